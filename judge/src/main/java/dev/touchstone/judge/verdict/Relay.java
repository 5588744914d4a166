package dev.touchstone.judge.verdict;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Passes on what one side of an interaction says to the other, as it comes. When the listener is
 * gone it goes on reading, so that a speaker never fails because of the other side; beyond the most
 * that may be said it stops, and the speaker's next word is its last.
 */
final class Relay implements Runnable {
  private static final int BUFFER = 1 << 16;

  private final Pipe from;
  private final Pipe to;
  private final long mostBytes;
  private volatile long endedAt = Long.MAX_VALUE;
  private volatile boolean overflowed;

  Relay(Pipe from, Pipe to, long mostBytes) {
    this.from = from;
    this.to = to;
    this.mostBytes = mostBytes;
  }

  @Override
  public void run() {
    // The listener's side first: each box opens its input before its output.
    try (OutputStream out = new FileOutputStream(to.path().toFile());
        InputStream in = new FileInputStream(from.path().toFile())) {
      pass(in, out);
    } catch (IOException e) {
      // The listener left; closing the stream tells it, which is what was left to do.
    }
  }

  /** Whether the speaker fell silent before the other relay's speaker did. */
  boolean endedBefore(Relay other) {
    return endedAt < other.endedAt;
  }

  /** Whether more was said than may be. */
  boolean overflowed() {
    return overflowed;
  }

  private void pass(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    boolean listening = true;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > mostBytes) {
          overflowed = true;
          break;
        }
        listening = listening && write(out, buffer, read);
      }
    } finally {
      // Before the listener is told, so that what it does then comes after this.
      endedAt = System.nanoTime();
    }
  }

  private static boolean write(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
