package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param phases how long the parts of judging took, if the lease belongs to a trace. Not sent when
 *     empty: services of the first version refuse it.
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
    @Nullable RunOutput output,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Phase> phases) {
  private static final int LONGEST_MESSAGE = 4096;

  /** Copies the list and cuts the texts. */
  public ResultReport {
    compileOutput = Cut.text(compileOutput, CompileReport.LONGEST);
    feedbackMessage = Cut.text(feedbackMessage, LONGEST_MESSAGE);
    tests = Cut.feedback(Lists.of(tests));
    phases = Lists.of(phases).stream().limit(Phase.MOST).toList();
  }

  /** A result without phases. */
  public ResultReport(
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
    this(
        fencingToken,
        verdict,
        points,
        maxPoints,
        cpuMs,
        wallMs,
        memoryKib,
        compileOutput,
        feedbackMessage,
        tests,
        output,
        List.of());
  }

  /** The same result with its phases. */
  public ResultReport with(List<Phase> measured) {
    return new ResultReport(
        fencingToken,
        verdict,
        points,
        maxPoints,
        cpuMs,
        wallMs,
        memoryKib,
        compileOutput,
        feedbackMessage,
        tests,
        output,
        measured);
  }
}
