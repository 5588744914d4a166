package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of judging. It repeats everything in the progress reports, so that none of them is
 * needed.
 *
 * @param points in the package's own measure; the exercise's points are won in the share {@code
 *     points / maxPoints}
 * @param cpuMs the most CPU time that a test took, in milliseconds
 * @param wallMs the most time on the clock that a test took, in milliseconds
 * @param memoryKib the most memory that a test used, in KiB
 * @param feedbackMessage with {@link Verdict#JE} why the judge failed, for administrators
 * @param output of a run on the learner's own input
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResultReport(
    long fencingToken,
    Verdict verdict,
    double points,
    double maxPoints,
    long cpuMs,
    long wallMs,
    long memoryKib,
    @Nullable String compileOutput,
    @Nullable String feedbackMessage,
    List<TestResult> tests,
    @Nullable RunOutput output) {
  private static final int LONGEST_MESSAGE = 4096;

  /** Copies the list and cuts the texts. */
  public ResultReport {
    compileOutput = Cut.text(compileOutput, CompileReport.LONGEST);
    feedbackMessage = Cut.text(feedbackMessage, LONGEST_MESSAGE);
    tests = Cut.feedback(Lists.of(tests));
  }
}
