package dev.touchstone.problempackage.conversion.dmoj;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How the names of inputs or of answers show which test a file belongs to: by a regular expression
 * of the author, or in DMOJ's usual way. A name that an author's expression needs too long for does
 * not match.
 */
final class DmojTestNames {
  /** In characters, so that no expression nests deeply. */
  private static final int LONGEST_PATTERN = 300;

  /** How often an expression may look at a character of one name. */
  private static final int MOST_LOOKS = 100_000;

  private final Function<String, Optional<Position>> finder;

  private DmojTestNames(Function<String, Optional<Position>> finder) {
    this.finder = finder;
  }

  /** An expression that can't be used; the message says why. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  /**
   * The place of a test.
   *
   * @param batch empty if the test is on its own
   */
  record Position(String batch, String test) {}

  /**
   * The usual names: the last number is the test's, and a number before it, which no letter
   * precedes, the batch's.
   *
   * @param kind {@code in} or {@code out}, with which the name begins or which is its extension
   */
  static DmojTestNames usual(String kind) {
    return new DmojTestNames(name -> usual(name, kind));
  }

  /**
   * Names that match a regular expression as Python writes it, with the groups {@code case} and
   * {@code batch}.
   */
  static DmojTestNames matching(String expression) throws UnusableException {
    if (expression.length() > LONGEST_PATTERN) {
      throw new UnusableException("has more than " + LONGEST_PATTERN + " characters");
    }
    try {
      Pattern pattern =
          Pattern.compile(
              expression.replace("(?P<", "(?<"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      if (!pattern.namedGroups().containsKey("case")) {
        throw new UnusableException("has no group (?P<case>…), which finds the number of the test");
      }
      return new DmojTestNames(name -> find(pattern, name));
    } catch (PatternSyntaxException e) {
      throw new UnusableException("is not a regular expression: " + e.getDescription());
    }
  }

  /** Which test a file belongs to; empty if it is none of these. */
  Optional<Position> find(String name) {
    return finder.apply(name);
  }

  private static Optional<Position> find(Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(new Looks(name));
    try {
      if (!matcher.lookingAt() || matcher.group("case") == null) {
        return Optional.empty();
      }
      String batch = pattern.namedGroups().containsKey("batch") ? matcher.group("batch") : null;
      return Optional.of(new Position(batch == null ? "" : batch, matcher.group("case")));
    } catch (TooManyLooks e) {
      return Optional.empty();
    }
  }

  private static Optional<Position> usual(String name, String kind) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = lower.length();
    while (end > 0 && !isDigit(name, end - 1)) {
      end--;
    }
    boolean right = lower.startsWith(kind) || lower.contains("." + kind);
    if (!right || end == 0 || hasSpace(name, end, name.length())) {
      return Optional.empty();
    }
    int start = startOfNumber(name, end);
    int batchEnd = start;
    while (batchEnd > 0 && !isDigit(name, batchEnd - 1)) {
      batchEnd--;
    }
    int batchStart = startOfNumber(name, batchEnd);
    boolean batched =
        batchEnd > 0
            && !hasSpace(name, batchEnd, start)
            && (batchStart == 0 || !isWord(name.charAt(batchStart - 1)));
    return Optional.of(
        new Position(
            batched ? name.substring(batchStart, batchEnd) : "", name.substring(start, end)));
  }

  private static int startOfNumber(String name, int end) {
    int start = end;
    while (start > 0 && isDigit(name, start - 1)) {
      start--;
    }
    return start;
  }

  private static boolean isDigit(String name, int place) {
    return name.charAt(place) >= '0' && name.charAt(place) <= '9';
  }

  private static boolean isWord(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }

  private static boolean hasSpace(String name, int from, int to) {
    return name.substring(from, to).chars().anyMatch(Character::isWhitespace);
  }

  /** Ends an expression that takes too long. */
  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }

  /** A name that counts how often an expression looks at it. */
  private static final class Looks implements CharSequence {
    private final String name;
    private int left = MOST_LOOKS;

    Looks(String name) {
      this.name = name;
    }

    @Override
    public char charAt(int place) {
      if (left-- <= 0) {
        throw new TooManyLooks();
      }
      return name.charAt(place);
    }

    @Override
    public int length() {
      return name.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return name.substring(from, to);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
