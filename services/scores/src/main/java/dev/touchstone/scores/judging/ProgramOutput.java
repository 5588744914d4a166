package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.RunOutput;
import dev.touchstone.platformdata.database.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What a program did with the learner's own input, as it is stored, in JSON.
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
  /** Takes over what a judge reports; the texts become storable. */
  public static ProgramOutput of(RunOutput reported) {
    return new ProgramOutput(
        StorableText.of(reported.stdout()),
        StorableText.of(reported.stderr()),
        reported.exitCode(),
        reported.signal(),
        reported.timeMs(),
        reported.memoryKib(),
        reported.truncated());
  }
}
