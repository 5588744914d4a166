package dev.touchstone.scores.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures about an exercise that may show what hidden tests do, on the wire.
 *
 * @param passRate the share of learners who solved it; null if nobody attempted it
 * @param times CPU times of accepted submissions
 */
record ExerciseDetails(
    int attempts,
    int learners,
    int solved,
    @Nullable Double passRate,
    Times times,
    Failures failures) {
  /**
   * CPU times by tenths of a limit.
   *
   * @param buckets the last one, without an end, has the submissions at the limit and beyond
   */
  record Times(long limitMs, List<Bucket> buckets) {
    /** Copies the list. */
    Times {
      buckets = List.copyOf(buckets);
    }
  }

  /** Submissions that took at least {@code fromMs} and less than {@code toMs}. */
  record Bucket(long fromMs, @Nullable Long toMs, int submissions) {}

  /**
   * What failed first in recent submissions.
   *
   * @param submissions how many were looked at
   * @param tests the most frequent first
   * @param outputs wrong outputs that several submissions have in common, the most frequent first
   */
  record Failures(int submissions, List<FailedTest> tests, List<WrongOutput> outputs) {
    /** Copies the lists. */
    Failures {
      tests = List.copyOf(tests);
      outputs = List.copyOf(outputs);
    }
  }

  /** A test, and in how many submissions it was the first to fail. */
  record FailedTest(
      int index, String name, @Nullable String group, boolean sample, int submissions) {}

  /** An output of the test that failed first, as far as learners see it. */
  record WrongOutput(String test, String output, @Nullable String expected, int submissions) {}
}
