package dev.touchstone.usermanagement.link;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tokens of links that work once, for a time. Thread-safe. */
public final class OneTimeLinks {
  private final Jdbi jdbi;
  private final Clock clock;

  /** Keeps the hashes of tokens in the given database. */
  public OneTimeLinks(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** What a link is for. */
  public enum Purpose {
    /** Sets a new password. */
    RESET_PASSWORD(Duration.ofHours(1)),
    /** Shows that an address is the user's. */
    VERIFY_EMAIL(Duration.ofDays(3));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
      this.lifetime = lifetime;
    }

    /** How long the link works. */
    public Duration lifetime() {
      return lifetime;
    }

    private String storedName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A new token and when it expires. */
  public record Created(Secret token, Instant expiresAt) {}

  /**
   * A link that was just used.
   *
   * @param email the address that it was sent to; null if a person handed it over
   */
  public record Used(long userId, @Nullable String email) {}

  /** Makes a token within a transaction of the caller. */
  public Created create(Handle handle, Purpose purpose, long userId, @Nullable String email) {
    return create(handle, purpose, userId, email, purpose.lifetime());
  }

  /** The same for another time than is usual. */
  public Created create(
      Handle handle, Purpose purpose, long userId, @Nullable String email, Duration lifetime) {
    String sql =
        """
        INSERT INTO one_time_links (token_hash, purpose, user_id, email, created_at, expires_at)
        VALUES (:hash, :purpose, :user, :email, :now, :expires)
        """;
    Instant now = clock.instant();
    Created created = new Created(OpaqueToken.create(), now.plus(lifetime));
    handle
        .createUpdate(sql)
        .bind("hash", OpaqueToken.hash(created.token().reveal()))
        .bind("purpose", purpose.storedName())
        .bind("user", userId)
        .bind("email", email)
        .bind("now", now)
        .bind("expires", created.expiresAt())
        .execute();
    return created;
  }

  /**
   * Uses a token within a transaction of the caller; the account's other links for the same purpose
   * end with it.
   *
   * @throws ProblemException 400 {@code link_invalid}
   */
  public Used use(Handle handle, Purpose purpose, String token) {
    String sql =
        """
        DELETE FROM one_time_links
        WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now
        RETURNING user_id, email
        """;
    Used used =
        handle
            .createQuery(sql)
            .bind("hash", OpaqueToken.hash(token))
            .bind("purpose", purpose.storedName())
            .bind("now", clock.instant())
            .mapTo(Used.class)
            .findOne()
            .orElseThrow(OneTimeLinks::invalid);
    deleteAll(handle, purpose, used.userId());
    return used;
  }

  /** Whose link it is, without using it. */
  public Used find(Purpose purpose, String token) {
    String sql =
        """
        SELECT user_id, email FROM one_time_links
        WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("hash", OpaqueToken.hash(token))
            .bind("purpose", purpose.storedName())
            .bind("now", clock.instant())
            .mapTo(Used.class)
            .findOne()
            .orElseThrow(OneTimeLinks::invalid));
  }

  /** Ends the links of an account. */
  public void deleteAll(Handle handle, Purpose purpose, long userId) {
    handle.execute(
        "DELETE FROM one_time_links WHERE user_id = ? AND purpose = ?",
        userId,
        purpose.storedName());
  }

  /** Deletes what has expired; a periodic task. */
  public void deleteExpired() {
    Instant now = clock.instant();
    jdbi.useHandle(
        handle -> handle.execute("DELETE FROM one_time_links WHERE expires_at < ?", now));
  }

  /** The response to a link that does not work. */
  public static ProblemException invalid() {
    return ProblemException.badRequest(
        "link_invalid", "This link has expired or was used already. Ask for a new one.");
  }
}
