package dev.touchstone.problempackage;

import java.util.List;

/** How the results of a group's tests and subgroups become the result of the group. */
public sealed interface Grading {
  /**
   * The rule of versions 2023-07 and 2025-09.
   *
   * @param aggregation how scores are put together
   * @param requires groups or tests that must be accepted, or this one is not judged
   */
  record Aggregated(Aggregation aggregation, List<String> requires) implements Grading {
    /** Keeps its own copy. */
    public Aggregated {
      requires = List.copyOf(requires);
    }
  }

  /** How scores become one. */
  enum Aggregation {
    /** All must be accepted; then the group's points are won. */
    PASS_FAIL,
    /** The sum of the scores. */
    SUM,
    /** The least of the scores. */
    MIN
  }

  /**
   * The rule of the legacy version: its default grader with its flags, and {@code testdata.yaml}.
   *
   * @param verdictMode how verdicts become one
   * @param scoreMode how scores become one
   * @param ignoreSample whether the samples' results count for nothing
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

  /** How verdicts become one. */
  enum VerdictMode {
    /** The gravest. */
    WORST_ERROR,
    /** That of the first child that is not accepted. */
    FIRST_ERROR,
    /** Always accepted. */
    ALWAYS_ACCEPT
  }

  /** How scores become one. */
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
