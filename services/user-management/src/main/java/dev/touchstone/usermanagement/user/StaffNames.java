package dev.touchstone.usermanagement.user;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes names that pose as the platform or its staff, also where letters are replaced. */
final class StaffNames {
  private static final Set<String> WORDS =
      Set.of(
          "admin",
          "administrator",
          "moderator",
          "quantri",
          "quantrivien",
          "sysadmin",
          "touchstone",
          "webmaster");

  /** Letters of other scripts and digits that look like a Latin letter, and that letter. */
  private static final String LOOKALIKES =
      "аaеeоoрpсcуyхxіiѕsкkмmтtнhвbԁdαaοoιiτtνvρpκkηnυuɑaıi0o1i3e4a5s7t";

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}]+");

  private StaffNames() {}

  /** Whether a word of the name, or the name without its separators, is one of staff. */
  static boolean isOne(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    // With its accents: without them it is also a given name, Quân Trí.
    if (composed.contains("quản trị")) {
      return true;
    }
    String letters = letters(composed);
    return WORDS.contains(SEPARATORS.matcher(letters).replaceAll(""))
        || Arrays.stream(SEPARATORS.split(letters)).anyMatch(WORDS::contains);
  }

  private static String letters(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    // Digits at the end number a name; elsewhere they stand for letters.
    int end = plain.length();
    while (end > 0 && Character.isDigit(plain.charAt(end - 1))) {
      end--;
    }
    StringBuilder letters = new StringBuilder();
    plain.substring(0, end).chars().forEach(c -> letters.append(latin((char) c)));
    return letters.toString();
  }

  private static char latin(char letter) {
    for (int i = 0; i < LOOKALIKES.length(); i += 2) {
      if (LOOKALIKES.charAt(i) == letter) {
        return LOOKALIKES.charAt(i + 1);
      }
    }
    return letter == 'đ' ? 'd' : letter;
  }
}
