package dev.touchstone.judge.function;

import java.io.IOException;

/**
 * An input does not contain the arguments of a function; the message describes what is wrong, and
 * where.
 */
public final class MalformedCasesException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedCasesException(int line, String fault) {
    super("Line " + line + " " + fault + ".");
  }
}
