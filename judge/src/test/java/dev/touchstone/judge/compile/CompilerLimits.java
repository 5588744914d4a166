package dev.touchstone.judge.compile;

import dev.touchstone.problempackage.Limits;
import java.time.Duration;

/** Limits of a small problem, with time enough for a real compiler. */
final class CompilerLimits {
  static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(1),
          256,
          1,
          64,
          Duration.ofSeconds(30),
          1024,
          Duration.ofSeconds(1),
          256,
          1,
          1);

  private CompilerLimits() {}
}
