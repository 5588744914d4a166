package dev.touchstone.usermanagement.user;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for email addresses: the subset of RFC 5321 that browsers accept, in lower case. */
public final class EmailAddress {
  /** RFC 5321, 4.5.3.1.3 less the angle brackets. */
  private static final int LONGEST = 254;

  /** The expression of the HTML standard for {@code <input type=email>}, with a dot required. */
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

  private EmailAddress() {}

  /**
   * Folds compatible forms (NFKC) and case, and writes an international domain in ASCII. An address
   * for which that is impossible is returned unchanged, and {@link #isValid} refuses it.
   */
  public static String normalise(String typed) {
    String folded =
        Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    if (at < 0) {
      return folded;
    }
    try {
      return folded.substring(0, at + 1)
          + IDN.toASCII(folded.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
              .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) { // thrown for labels that are empty, long or ill-formed
      return folded;
    }
  }

  /** Whether a normalised address is well-formed. */
  public static boolean isValid(String email) {
    return email.length() <= LONGEST && FORM.matcher(email).matches();
  }
}
