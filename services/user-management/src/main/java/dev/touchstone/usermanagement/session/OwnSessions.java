package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where an account is signed in, for its owner. Thread-safe. */
public final class OwnSessions {
  private static final int SHOWN = 100;

  private final Jdbi jdbi;
  private final AuditLog audit;
  private final Clock clock;

  /** Lists the sessions in the given database. */
  public OwnSessions(Jdbi jdbi, AuditLog audit, Clock clock) {
    this.jdbi = jdbi;
    this.audit = audit;
    this.clock = clock;
  }

  /** A session that is alive; the last two are null for sessions from before they were kept. */
  record Alive(
      UUID id,
      Instant createdAt,
      Instant lastUsedAt,
      @Nullable String userAgent,
      @Nullable String network) {}

  /** The sessions that can still be continued, the last used first. */
  List<Alive> list(Principal principal) {
    String sql =
        """
        SELECT s.id, s.created_at, s.user_agent, s.network, t.last_used_at
        FROM sessions s CROSS JOIN LATERAL (
          SELECT max(issued_at) AS last_used_at, max(expires_at) AS expires_at
          FROM refresh_tokens WHERE session_id = s.id) t
        WHERE s.user_id = :user AND s.ended_at IS NULL AND s.expires_at > :now
          AND t.expires_at > :now
        ORDER BY t.last_used_at DESC, s.id LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("user", principal.userId())
            .bind("now", clock.instant())
            .bind("limit", SHOWN)
            .mapTo(Alive.class)
            .list());
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @throws ProblemException 404 {@code session_not_found}
   */
  void end(Principal principal, UUID session) {
    String sql =
        """
        SELECT id FROM sessions
        WHERE id = :id AND user_id = :user AND ended_at IS NULL AND kind = 'sign_in'
        """;
    jdbi.useTransaction(handle -> {
      List<UUID> own =
          handle
              .createQuery(sql)
              .bind("id", session)
              .bind("user", principal.userId())
              .mapTo(UUID.class)
              .list();
      if (own.isEmpty()) {
        throw notFound();
      }
      var _ = RevocationStore.end(handle, own, EndReason.SIGNED_OUT, clock.instant());
      audit.add(handle, AuditEvent.ofUser("session.ended", principal.userId()).by(principal));
    });
  }

  /** Ends all of the caller's sessions but the present one. API tokens stay. */
  void endOthers(Principal principal) {
    String sql =
        """
        SELECT id FROM sessions
        WHERE user_id = :user AND ended_at IS NULL AND kind = 'sign_in' AND id::text <> :kept
        """;
    jdbi.useTransaction(handle -> {
      List<UUID> others =
          handle
              .createQuery(sql)
              .bind("user", principal.userId())
              .bind("kept", principal.sessionId())
              .mapTo(UUID.class)
              .list();
      int count = RevocationStore.end(handle, others, EndReason.SIGNED_OUT, clock.instant());
      if (count > 0) {
        audit.add(
            handle,
            AuditEvent.ofUser("session.others_ended", principal.userId())
                .by(principal)
                .with("count", Integer.toString(count)));
      }
    });
  }

  static ProblemException notFound() {
    return ProblemException.notFound(
        "session_not_found", "This session does not exist or has ended.");
  }
}
