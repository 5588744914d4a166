package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What a program did with the learner's own input.
 *
 * @param timeMs CPU time in milliseconds
 * @param memoryKib the most memory in use at once, in KiB
 * @param truncated whether the judge cut the output
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunOutput(
    @Nullable String stdout,
    @Nullable String stderr,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable Long timeMs,
    @Nullable Long memoryKib,
    boolean truncated) {
  /** Where outputs are cut, in characters. */
  public static final int LONGEST = 64 * 1024;

  /** Cuts the outputs. */
  public RunOutput {
    stdout = Cut.text(stdout, LONGEST);
    stderr = Cut.text(stderr, LONGEST);
  }
}
