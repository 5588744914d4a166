package dev.touchstone.scores.judging;

import dev.touchstone.platformdata.database.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What a program did with the learner's own input.
 *
 * @param truncated whether the judge cut the output
 */
public record ProgramOutput(
    @Nullable String stdout,
    @Nullable String stderr,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable Long timeMs,
    @Nullable Long memoryKib,
    boolean truncated) {
  /** Makes the texts storable. */
  public ProgramOutput {
    stdout = StorableText.of(stdout);
    stderr = StorableText.of(stderr);
  }
}
