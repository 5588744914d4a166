package dev.touchstone.usermanagement.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for user names. They are ASCII, so that no two names look alike; names in other scripts
 * belong in the display name. Variants of ASCII that keyboards produce, such as full-width letters,
 * are folded first.
 */
public final class Username {
  /** Three to 32 characters; the punctuation only inside. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]");

  /** Names that could be mistaken for the platform itself or one of its addresses. */
  private static final Set<String> RESERVED =
      Set.of(
          "admin",
          "administrator",
          "anonymous",
          "api",
          "author",
          "help",
          "info",
          "judge",
          "learner",
          "moderator",
          "null",
          "operator",
          "postmaster",
          "quantri",
          "quantrivien",
          "root",
          "security",
          "staff",
          "support",
          "system",
          "teacher",
          "touchstone",
          "undefined",
          "webmaster");

  private Username() {}

  /** Folds compatible forms (NFKC) and strips blanks; the case is kept. */
  public static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  /** Whether a normalised name is well-formed. */
  public static boolean isValid(String username) {
    return FORM.matcher(username).matches();
  }

  /** Whether ordinary accounts can't have a normalised name. */
  public static boolean isReserved(String username) {
    return RESERVED.contains(username.toLowerCase(Locale.ROOT)) || StaffNames.isOne(username);
  }
}
