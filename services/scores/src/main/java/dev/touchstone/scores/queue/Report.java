package dev.touchstone.scores.queue;

import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.ProgramOutput;
import dev.touchstone.scores.judging.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a judge tells of a lease; each report carries the lease's fencing token. */
sealed interface Report {
  /** As the lease gave it. */
  long fencingToken();

  /**
   * Checks the places of tests.
   *
   * @throws ProblemException 400 {@code invalid_request}
   */
  private static void check(Violations violations, @Nullable List<JudgedTest> tests) {
    violations
        .check(
            tests == null
                || tests.stream()
                    .allMatch(test -> test != null && test.index() > 0 && test.verdict() != null),
            "tests",
            "invalid",
            "Give each test its index from 1 and its verdict.")
        .finish();
  }

  /** The work goes on. */
  record Heartbeat(long fencingToken) implements Report {}

  /** How compiling ended. */
  record Compile(boolean ok, @Nullable String output) {
    /** Makes the text storable. */
    public Compile {
      output = StorableText.of(output);
    }
  }

  /** News while judging; null and empty for what is not new. */
  record Events(
      long fencingToken,
      @Nullable Compile compile,
      @Nullable Integer testsTotal,
      @Nullable List<JudgedTest> tests)
      implements Report {
    Events check() {
      Report.check(new Violations(), tests);
      return this;
    }

    List<JudgedTest> testsOrNone() {
      return tests == null ? List.of() : tests;
    }

    /** Whether there is news beside tests. */
    boolean changesState() {
      return compile != null || testsTotal != null;
    }
  }

  /**
   * The end of judging, with everything that events told before.
   *
   * @param points in the package's own measure
   * @param feedbackMessage why the judge failed, with the verdict JE
   * @param output of a run on the learner's own input
   */
  record Result(
      long fencingToken,
      Verdict verdict,
      double points,
      double maxPoints,
      long cpuMs,
      long wallMs,
      long memoryKib,
      @Nullable String compileOutput,
      @Nullable String feedbackMessage,
      @Nullable List<JudgedTest> tests,
      @Nullable ProgramOutput output)
      implements Report {
    /** Makes the texts storable. */
    public Result {
      compileOutput = StorableText.of(compileOutput);
      feedbackMessage = StorableText.of(feedbackMessage);
    }

    Result check() {
      Report.check(
          new Violations().check(verdict != null, "verdict", "required", "Give the verdict."),
          tests);
      return this;
    }

    List<JudgedTest> testsOrNone() {
      return tests == null ? List.of() : tests;
    }

    /** The share of the exercise's points that was won, from 0 to 1. */
    double share() {
      if (maxPoints <= 0) {
        return verdict == Verdict.AC ? 1 : 0;
      }
      return Math.clamp(points / maxPoints, 0, 1);
    }
  }

  /** The judge gives the work back, because it stops. */
  record Release(long fencingToken, @Nullable String reason) implements Report {}
}
