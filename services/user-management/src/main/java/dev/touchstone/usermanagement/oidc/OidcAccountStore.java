package dev.touchstone.usermanagement.oidc;

import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which identity of the provider belongs to which account. Stateless. */
final class OidcAccountStore {
  private OidcAccountStore() {}

  static Optional<User> find(Handle handle, OidcIdentity identity) {
    return handle
        .createQuery(
            "SELECT "
                + UserStore.COLUMNS
                + """
                 FROM oidc_identities i JOIN users u ON u.id = i.user_id
                WHERE i.issuer = :issuer AND i.subject = :subject
                """)
        .bind("issuer", identity.issuer())
        .bind("subject", identity.subject())
        .mapTo(User.class)
        .findOne();
  }

  static void link(Handle handle, OidcIdentity identity, long userId, Instant now) {
    handle.execute(
        "INSERT INTO oidc_identities (issuer, subject, user_id, linked_at) VALUES (?, ?, ?, ?)",
        identity.issuer(),
        identity.subject(),
        userId,
        now);
  }
}
