package dev.touchstone.judge.verdict;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Learns from a pipe when a validator has ended: the first byte, or the end of its box. */
final class ValidatorEnd implements Runnable {
  /**
   * Long for a shell that must notice the end of its child on a busy machine, less than the time
   * for which a program may wait. It passes only if a validator lives on.
   */
  private static final long BRIEF_MILLIS = 1_000;

  private final Pipe pipe;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long at = Long.MAX_VALUE;

  ValidatorEnd(Pipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public void run() {
    try (InputStream in = new FileInputStream(pipe.path().toFile())) {
      int _ = in.read();
    } catch (IOException e) {
      // Nothing more will be said.
    } finally {
      at = System.nanoTime();
      ended.countDown();
    }
  }

  /** When it ended, by the clock of {@link System#nanoTime}; the largest number if it has not. */
  long at() {
    return at;
  }

  /**
   * A validator that closes its output usually ends. That must be known before the program sees the
   * end of its input, so that whatever the program does then comes later.
   */
  void awaitBriefly() {
    try {
      boolean _ = ended.await(BRIEF_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
