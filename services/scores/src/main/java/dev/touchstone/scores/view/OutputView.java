package dev.touchstone.scores.view;

import dev.touchstone.scores.judging.ProgramOutput;
import org.jspecify.annotations.Nullable;

/** What a program did with the caller's own input; the contract calls it {@code Output}. */
public record OutputView(
    @Nullable String stdout,
    @Nullable String stderr,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable Long timeMs,
    @Nullable Long memoryKib,
    boolean truncated) {
  /** Shows an output; null for none. */
  public static @Nullable OutputView of(@Nullable ProgramOutput stored) {
    return stored == null
        ? null
        : new OutputView(
            stored.stdout(),
            stored.stderr(),
            stored.exitCode(),
            stored.signal(),
            stored.timeMs(),
            stored.memoryKib(),
            stored.truncated());
  }
}
