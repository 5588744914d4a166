package dev.touchstone.platformdata.backup;

import java.util.function.LongConsumer;

/** Passes on a number of bytes that grows, but not each time. Not thread-safe. */
public final class ByteProgress implements LongConsumer {
  private final long step;
  private final LongConsumer shown;
  private long last;

  private ByteProgress(long step, LongConsumer shown) {
    this.step = step;
    this.shown = shown;
  }

  /**
   * Makes one.
   *
   * @param step by how many bytes it must have grown
   */
  public static LongConsumer each(long step, LongConsumer shown) {
    return new ByteProgress(step, shown);
  }

  @Override
  public void accept(long bytes) {
    if (bytes - last >= step) {
      last = bytes;
      shown.accept(bytes);
    }
  }
}
