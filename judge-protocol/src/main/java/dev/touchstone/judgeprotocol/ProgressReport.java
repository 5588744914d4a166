package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Progress while judging. Null or empty fields report nothing new. A test may be reported again:
 * its index says which one it is.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProgressReport(
    long fencingToken,
    @Nullable CompileReport compile,
    @Nullable Integer testsTotal,
    List<TestResult> tests) {
  /** Copies the list and cuts the feedback. */
  public ProgressReport {
    tests = Cut.feedback(Lists.of(tests));
  }
}
