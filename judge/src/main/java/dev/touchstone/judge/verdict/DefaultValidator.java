package dev.touchstone.judge.verdict;

import dev.touchstone.problempackage.ValidatorFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares an output with the answer token by token, as the default validator of the problem
 * package format does. Thread-safe.
 */
final class DefaultValidator {
  private static final int LONGEST_SHOWN = 60;

  /** A number of this many characters is wrong, unless the expected one is as long. */
  private static final int LONGEST_NUMBER = 1 << 20;

  private static final int ALL = Integer.MAX_VALUE;

  private DefaultValidator() {}

  /** Describes the first difference of the output; empty if it is correct. */
  static Optional<String> difference(Path answer, Path output, ValidatorFlags flags)
      throws IOException {
    Tolerance tolerance = Tolerance.of(flags);
    try (TokenReader expected = new TokenReader(answer);
        TokenReader actual = new TokenReader(output)) {
      while (true) {
        if (flags.spaceSensitive()) {
          int line = actual.line();
          String space = expected.space(ALL);
          if (!space.equals(actual.space(space.length() + 1))) {
            return Optional.of("Line " + line + ": the white space differs.");
          }
        }
        Optional<String> wanted = expected.token(ALL);
        int most = most(wanted.map(String::length).orElse(0), tolerance);
        Optional<String> found = actual.token(most);
        if (wanted.isEmpty() && found.isEmpty()) {
          return Optional.empty();
        }
        if (wanted.isEmpty()) {
          return Optional.of(at(actual) + "expected the end, found " + shown(found.get()) + ".");
        }
        if (found.isEmpty()) {
          return Optional.of(at(actual) + "expected " + shown(wanted.get()) + ", found the end.");
        }
        // What is so long that it was cut is wrong.
        if (found.get().length() == most || !matches(wanted.get(), found.get(), flags, tolerance)) {
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

  /**
   * How much of a token may have to be seen. A learner chooses how long it is, and the memory of
   * the judge is shared.
   */
  private static int most(int wanted, Tolerance tolerance) {
    int more = wanted + LONGEST_SHOWN + 1;
    return tolerance.given() ? Math.max(more, LONGEST_NUMBER) : more;
  }

  private static boolean matches(
      String wanted, String found, ValidatorFlags flags, Tolerance tolerance) {
    if (wanted.equals(found)) {
      return true;
    }
    if (tolerance.given()) {
      Optional<DecimalNumber> number = DecimalNumber.of(wanted);
      if (number.isPresent()) {
        return DecimalNumber.of(found)
            .filter(other -> tolerance.accepts(number.get(), other))
            .isPresent();
      }
    }
    return !flags.caseSensitive() && equalsUpToCase(wanted, found);
  }

  /** Upper and lower case of ASCII only, as the format defines. */
  private static boolean equalsUpToCase(String wanted, String found) {
    if (wanted.length() != found.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (lower(wanted.charAt(i)) != lower(found.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char character) {
    return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
  }

  private static String at(TokenReader reader) {
    return "Line " + reader.line() + ": ";
  }

  private static String shown(String token) {
    boolean cut = token.length() > LONGEST_SHOWN;
    byte[] bytes =
        (cut ? token.substring(0, LONGEST_SHOWN) : token).getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    return "“" + text + (cut ? "…" : "") + "”";
  }
}
