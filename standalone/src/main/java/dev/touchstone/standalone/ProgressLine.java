package dev.touchstone.standalone;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Lines that replace each other on a terminal. Elsewhere they follow each other. Not thread-safe.
 */
final class ProgressLine {
  private static final String CLEAR = "\r\u001B[K";
  private final PrintStream out;
  private final boolean replaces =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

  ProgressLine(PrintStream out) {
    this.out = out;
  }

  void show(String line) {
    out.print(replaces ? CLEAR + line + " …" : line + System.lineSeparator());
    out.flush();
  }

  /** Removes the line, before something else is printed. */
  void clear() {
    if (replaces) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
