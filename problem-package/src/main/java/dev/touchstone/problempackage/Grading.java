package dev.touchstone.problempackage;

import java.util.List;

/** How the results of a group's tests and subgroups become the result of the group. */
public sealed interface Grading {
  /**
   * The rule of versions 2023-07 and 2025-09.
   *
   * @param aggregation how scores are combined
   * @param requires groups or tests that must be accepted, or this one is not judged
   */
  record Aggregated(Aggregation aggregation, List<String> requires) implements Grading {
    public Aggregated {
      requires = List.copyOf(requires);
    }
  }

  /** How scores are combined. */
  enum Aggregation {
    /** All must be accepted to earn the group's points. */
    PASS_FAIL,
    /** The sum of the scores. */
    SUM,
    /** The least of the scores. */
    MIN
  }

  /**
   * The rule of the legacy version: its default grader with its flags, and {@code testdata.yaml}.
   *
   * @param verdictMode how verdicts are combined
   * @param scoreMode how scores are combined
   * @param ignoreSample whether the results of samples are ignored
   * @param acceptIfAnyAccepted whether one accepted child is enough
   * @param breakOnReject whether judging stops at the first child that is not accepted
   * @param acceptScore the score of an accepted test whose validator gives none
   * @param rejectScore the score of a test that is not accepted
   * @param least the least score that there may be
   * @param most the highest score that there may be
   */
  record Graded(
      VerdictMode verdictMode,
      ScoreMode scoreMode,
      boolean ignoreSample,
      boolean acceptIfAnyAccepted,
      boolean breakOnReject,
      double acceptScore,
      double rejectScore,
      double least,
      double most)
      implements Grading {}

  /** How verdicts are combined. */
  enum VerdictMode {
    /** The worst one: of RTE, MLE, TLE, OLE and WA the first in this order. */
    WORST_ERROR,
    /** That of the first child that is not accepted. */
    FIRST_ERROR,
    /** Always accepted. */
    ALWAYS_ACCEPT
  }

  /** How scores are combined. */
  enum ScoreMode {
    /** Their sum. */
    SUM,
    /** Their mean. */
    AVG,
    /** The least. */
    MIN,
    /** The highest. */
    MAX
  }
}
