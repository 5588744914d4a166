package dev.touchstone.judge.verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares an output with the answer token by token, as the default validator of the problem
 * package format does. Thread-safe.
 */
final class DefaultValidator {
  private static final int LONGEST_SHOWN = 60;

  private DefaultValidator() {}

  /** Returns in words where the output differs first; empty if it is right. */
  static Optional<String> difference(Path answer, Path output, ValidatorFlags flags)
      throws IOException {
    try (TokenReader expected = new TokenReader(answer);
        TokenReader actual = new TokenReader(output)) {
      while (true) {
        if (flags.spaceSensitive()) {
          int line = actual.line();
          if (!expected.space().equals(actual.space())) {
            return Optional.of("Line " + line + ": the white space differs.");
          }
        }
        Optional<String> wanted = expected.token();
        Optional<String> found = actual.token();
        if (wanted.isEmpty() && found.isEmpty()) {
          return Optional.empty();
        }
        if (wanted.isEmpty()) {
          return Optional.of(at(actual) + "expected the end, found " + shown(found.get()) + ".");
        }
        if (found.isEmpty()) {
          return Optional.of(at(actual) + "expected " + shown(wanted.get()) + ", found the end.");
        }
        if (!matches(wanted.get(), found.get(), flags)) {
          return Optional.of(
              at(actual)
                  + "expected "
                  + shown(wanted.get())
                  + ", found "
                  + shown(found.get())
                  + ".");
        }
      }
    }
  }

  private static boolean matches(String wanted, String found, ValidatorFlags flags) {
    if (flags.tolerant()) {
      Optional<Double> number = number(wanted);
      if (number.isPresent()) {
        return number(found).filter(other -> isClose(number.get(), other, flags)).isPresent();
      }
    }
    return flags.caseSensitive() ? wanted.equals(found) : wanted.equalsIgnoreCase(found);
  }

  private static boolean isClose(double wanted, double found, ValidatorFlags flags) {
    double error = Math.abs(wanted - found);
    return within(error, flags.absolute(), 1) || within(error, flags.relative(), Math.abs(wanted));
  }

  private static boolean within(double error, OptionalDouble tolerance, double scale) {
    return tolerance.isPresent() && error <= tolerance.getAsDouble() * scale;
  }

  /** Decimal numbers as the format defines them; no hexadecimal, no infinity, no type suffix. */
  private static Optional<Double> number(String text) {
    if (!text.matches("[+-]?([0-9]*\\.[0-9]+|[0-9]+\\.?)([eE][+-]?[0-9]+)?")) {
      return Optional.empty();
    }
    return Optional.of(Double.valueOf(text));
  }

  private static String at(TokenReader reader) {
    return "Line " + reader.line() + ": ";
  }

  private static String shown(String token) {
    String cut = token.length() > LONGEST_SHOWN ? token.substring(0, LONGEST_SHOWN) + "…" : token;
    return "“" + cut.replace('\0', '\uFFFD') + "”";
  }
}
