package dev.touchstone.usermanagement.user;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The rules for the name that others see: any script, but no characters that disguise text. */
public final class DisplayName {
  private static final int LONGEST = 80;

  /** The fillers of Hangul, which are letters without a shape. */
  private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0";

  /** No script needs so many; more hide the lines around them. */
  private static final Pattern STACKED_MARKS = Pattern.compile("\\p{M}{5}");

  private DisplayName() {}

  /** Composes accents (NFC), so that equal names compare as equal, and strips blanks. */
  public static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }

  /**
   * Whether a normalised name has 1 to 80 characters, a visible letter or digit among them, and
   * none that is hidden.
   */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && name.codePointCount(0, name.length()) <= LONGEST
        && name.codePoints().noneMatch(DisplayName::isHidden)
        && name.codePoints().anyMatch(DisplayName::isVisible)
        && !STACKED_MARKS.matcher(name).find();
  }

  /** Whether ordinary accounts can't have a normalised name, because it poses as staff. */
  public static boolean isReserved(String name) {
    return StaffNames.isOne(name);
  }

  /** A letter or digit that is seen: some letters are blank. */
  private static boolean isVisible(int character) {
    return Character.isLetterOrDigit(character) && BLANK_LETTERS.indexOf(character) < 0;
  }

  /** Controls, line breaks and the marks that reverse the direction of text. */
  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
