package dev.touchstone.standalone;

import java.io.PrintStream;

/**
 * Lines that replace each other on a terminal. Elsewhere they follow each other. Not thread-safe.
 */
final class ProgressLine implements AutoCloseable {
  private static final String CLEAR = "\r\u001B[K";
  private final PrintStream out;
  private final boolean replaces = System.console() != null && System.console().isTerminal();

  ProgressLine(PrintStream out) {
    this.out = out;
  }

  void show(String line) {
    out.print(replaces ? CLEAR + line + " …" : line + System.lineSeparator());
    out.flush();
  }

  /** Removes the line, before a result is printed. */
  void clear() {
    if (replaces) {
      out.print(CLEAR);
      out.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
