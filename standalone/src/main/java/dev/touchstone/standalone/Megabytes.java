package dev.touchstone.standalone;

import dev.touchstone.platformdata.backup.ByteProgress;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Amounts of data as people read them. */
final class Megabytes {
  private static final double BYTES = 1_000_000;

  /** Between two lines of progress, in bytes. */
  private static final long STEP = 16_000_000;

  private Megabytes() {}

  static String of(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES);
  }

  /** Shows a number of bytes that grows, but not each time. */
  static LongConsumer progress(ProgressLine line, String what) {
    return ByteProgress.each(STEP, bytes -> line.show(what + " " + of(bytes)));
  }
}
