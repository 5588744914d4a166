package dev.touchstone.operations.backup;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Shows a number of bytes that grows, but not each time. Not thread-safe. */
final class Megabytes implements LongConsumer {
  private static final double BYTES = 1_000_000;

  /** Between two lines, in bytes. */
  private static final long STEP = 100_000_000;

  private final Consumer<String> lines;
  private long shown;

  Megabytes(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void accept(long bytes) {
    if (bytes - shown >= STEP) {
      shown = bytes;
      lines.accept(String.format(Locale.ROOT, "%.0f MB done", bytes / BYTES));
    }
  }
}
