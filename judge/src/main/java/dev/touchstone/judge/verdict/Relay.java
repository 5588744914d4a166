package dev.touchstone.judge.verdict;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Copies the output of one side of an interaction to the other. When the reader has ended, it keeps
 * reading, so that the writer never fails because of the other side. Beyond the most that may be
 * written it stops, and the next write ends the writer.
 */
final class Relay implements Runnable {
  private static final int BUFFER = 1 << 16;

  private final Pipe from;
  private final Pipe to;
  private final long mostBytes;
  private final Runnable beforeEnd;
  private final OutputMark mark = new OutputMark();
  private volatile long endedAt = Long.MAX_VALUE;
  private volatile boolean overflowed;

  /**
   * Creates a relay.
   *
   * @param beforeEnd runs when the writer has closed its end, before the reader sees that
   */
  Relay(Pipe from, Pipe to, long mostBytes, Runnable beforeEnd) {
    this.from = from;
    this.to = to;
    this.mostBytes = mostBytes;
    this.beforeEnd = beforeEnd;
  }

  @Override
  public void run() {
    // The reader's side first: each box opens its input before its output.
    try (OutputStream out = new FileOutputStream(to.path().toFile());
        InputStream in = new FileInputStream(from.path().toFile())) {
      pass(in, out);
    } catch (IOException e) {
      // The reader has ended; only the streams must still be closed.
    }
  }

  /** When the writer closed its end, by the clock of {@link System#nanoTime}. */
  long endedAt() {
    return endedAt;
  }

  /** Whether the writer exceeded its limit. */
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
        listening = listening && write(out, mark.next(buffer, read));
      }
      boolean _ = listening && write(out, mark.last());
    } finally {
      // Before the reader sees the end, so that whatever it does then comes later.
      endedAt = System.nanoTime();
      beforeEnd.run();
    }
  }

  private static boolean write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
