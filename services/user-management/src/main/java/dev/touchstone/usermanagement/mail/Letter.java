package dev.touchstone.usermanagement.mail;

import dev.touchstone.usermanagement.user.User;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it is written.
 *
 * @param recipient a valid address
 * @param locale of the texts
 * @param values what the placeholders of the texts stand for; {@code link} becomes a button
 * @param expiresAt when it is of no use any more; null for never
 */
public record Letter(
    MailKind kind,
    String recipient,
    String locale,
    Map<String, String> values,
    @Nullable Instant expiresAt) {
  /** A notice to a user, without a link; the name is shown only to those who gave it. */
  public static Letter notice(MailKind kind, User user) {
    return new Letter(
        kind,
        user.email(),
        user.locale(),
        Map.of("name", greetingName(user), "username", user.username()),
        null);
  }

  /** An address that is not confirmed may be a stranger's, and a display name anything. */
  public static String greetingName(User user) {
    return user.emailVerified() ? user.displayName() : user.username();
  }

  /** Without the values, which may open an account. */
  @Override
  public String toString() {
    return "letter of kind " + kind.storedName();
  }
}
