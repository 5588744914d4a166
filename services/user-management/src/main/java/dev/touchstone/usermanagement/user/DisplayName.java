package dev.touchstone.usermanagement.user;

import java.text.Normalizer;

/** The rules for the name that others see: any script, but no characters that disguise text. */
public final class DisplayName {
  private static final int LONGEST = 80;

  private DisplayName() {}

  /** Composes accents (NFC), so that equal names compare as equal, and strips blanks. */
  public static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }

  /** Whether a normalised name has 1 to 80 characters, all of them visible or a plain blank. */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && name.codePointCount(0, name.length()) <= LONGEST
        && name.codePoints().noneMatch(DisplayName::isHidden);
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
