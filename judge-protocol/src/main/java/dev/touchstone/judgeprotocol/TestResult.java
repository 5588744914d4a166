package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The result of one test, cut to what its author lets the learner see.
 *
 * @param index the place of the test in the package, from 1
 * @param points in the package's own measure: what the test's group is worth if this is its last
 *     test, else 0
 * @param timeMs CPU time in milliseconds; null, as the next two, where the learner may not see it
 * @param wallMs time on the clock in milliseconds
 * @param memoryKib the most memory in use at once, in KiB
 * @param exitCode the program's exit code, null where a signal ended it
 * @param signal the signal that ended the program, null for none
 * @param feedback what the author lets the learner see, null for nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TestResult(
    int index,
    String name,
    String group,
    boolean sample,
    Verdict verdict,
    double points,
    @Nullable Long timeMs,
    @Nullable Long wallMs,
    @Nullable Long memoryKib,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable TestFeedback feedback) {
  /** Longer than the path of any file of a package that can be uploaded. */
  private static final int LONGEST_NAME = 1024;

  /** Cuts the names. */
  public TestResult {
    name = Cut.name(name, LONGEST_NAME);
    group = Cut.name(group, LONGEST_NAME);
  }

  TestResult withoutFeedback() {
    return new TestResult(
        index, name, group, sample, verdict, points, timeMs, wallMs, memoryKib, exitCode, signal,
        null);
  }
}
