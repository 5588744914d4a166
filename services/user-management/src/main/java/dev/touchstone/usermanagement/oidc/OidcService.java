package dev.touchstone.usermanagement.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.token.KeyCipher;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends browsers to the provider and recognises who comes back: authorization code with PKCE, state
 * and nonce. Thread-safe.
 */
public final class OidcService {
  private final OidcConfiguration configuration;
  private final OidcProvider provider;
  private final OidcAccounts accounts;
  private final KeyCipher cipher;
  private final Clock clock;

  /**
   * Works with the configured provider, which need not be there yet.
   *
   * @param cipher encrypts what the browser keeps meanwhile
   */
  public OidcService(
      OidcConfiguration configuration,
      Jdbi jdbi,
      UserStore users,
      PasswordHasher hasher,
      RevocationStore revocations,
      AuditLog audit,
      KeyCipher cipher,
      Clock clock) {
    this.configuration = configuration;
    this.provider = new OidcProvider(configuration);
    this.accounts = new OidcAccounts(jdbi, users, hasher, revocations, audit, configuration, clock);
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * A sign-in that begins.
   *
   * @param kept what the browser keeps
   */
  record Begun(URI provider, String kept) {}

  /** Somebody who proved to be known to the provider. */
  record Recognised(User user, String returnTo) {}

  /** The name of the provider. */
  String name() {
    return configuration.name();
  }

  /** A page of ours as browsers see it. */
  String page(String path) {
    return configuration.publicUrl() + path;
  }

  /**
   * Begins.
   *
   * @param returnTo where to go afterwards; anything but a path of ours is ignored
   * @throws OidcRefusal {@code oidc_unavailable}
   */
  Begun begin(String returnTo) {
    PendingSignIn pending =
        new PendingSignIn(
            new State().getValue(),
            new Nonce().getValue(),
            new CodeVerifier().getValue(),
            PendingSignIn.safePath(returnTo),
            clock.instant().plus(PendingSignIn.LIFETIME).getEpochSecond());
    return new Begun(provider.authorization(pending), pending.seal(cipher));
  }

  /**
   * Ends.
   *
   * @param kept what the browser kept, if anything
   * @param state what came back with the browser
   * @param code empty if the provider refused
   * @throws OidcRefusal {@code oidc_expired}, {@code oidc_denied}, {@code oidc_failed}, {@code
   *     oidc_unavailable}, {@code oidc_email_unverified}, {@code oidc_domain_refused}
   */
  Recognised complete(Optional<String> kept, String state, Optional<String> code) {
    PendingSignIn pending =
        kept.flatMap(sealed -> PendingSignIn.open(cipher, sealed, clock.instant()))
            .filter(open -> open.state().equals(state))
            .orElseThrow(() -> new OidcRefusal("oidc_expired"));
    String present =
        code.filter(text -> !text.isBlank()).orElseThrow(() -> new OidcRefusal("oidc_denied"));
    User user = accounts.obtain(provider.identity(present, pending));
    return new Recognised(user, pending.returnTo());
  }
}
