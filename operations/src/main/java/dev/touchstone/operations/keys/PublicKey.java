package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public ed25519 key.
 *
 * @param line as in {@code authorized_keys}: type, key and comment
 * @param fingerprint as sshd logs it, such as {@code SHA256:…}
 */
record PublicKey(String line, String fingerprint) {
  private static final Pattern FORM =
      Pattern.compile("ssh-ed25519 (AAAAC3NzaC1lZDI1NTE5[A-Za-z0-9+/]+=*)( [^\\p{Cntrl}]*)?");

  /**
   * Reads a line.
   *
   * @throws OperationFailed if it is anything else
   */
  static PublicKey parse(String line) {
    Matcher matcher = FORM.matcher(line.strip());
    if (!matcher.matches()) {
      throw new OperationFailed(
          "This is not an ed25519 key without options: " + line.strip() + ". Correct that line.");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(matcher.group(1)));
      return new PublicKey(
          line.strip(), "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a file of keys; blank lines and comments are left out. */
  static List<PublicKey> parseAll(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(PublicKey::parse)
        .toList();
  }
}
