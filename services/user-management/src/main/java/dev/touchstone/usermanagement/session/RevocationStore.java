package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Ends sessions, and lists the ended ones for the services that store no sessions. Thread-safe. */
public final class RevocationStore {
  /** Any number, the same in all processes: "ends" in ASCII. */
  private static final long LOCK = 0x656e6473;

  private final Jdbi jdbi;

  public RevocationStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Ends the sessions of an account within a transaction of the caller.
   *
   * @param kept a session to keep, as text; empty to keep none
   * @return how many ended
   */
  public int endAll(Handle handle, long userId, String kept, EndReason reason, Instant now) {
    String sql =
        """
        SELECT id FROM sessions
        WHERE user_id = :user AND ended_at IS NULL AND id::text <> :kept
        """;
    List<UUID> sessions =
        handle.createQuery(sql).bind("user", userId).bind("kept", kept).mapTo(UUID.class).list();
    return end(handle, sessions, reason, now);
  }

  /**
   * Refuses a caller whose session has ended since the request was admitted, within a transaction
   * that has locked the account. Else a thief who is being thrown out could still take it.
   *
   * @throws ProblemException 401 {@code token_revoked}
   */
  public static void requireAlive(Handle handle, Principal principal) {
    boolean alive =
        handle
            .createQuery("SELECT true FROM sessions WHERE id = :id AND ended_at IS NULL")
            .bind("id", UUID.fromString(principal.sessionId()))
            .mapTo(Boolean.class)
            .findOne()
            .isPresent();
    if (!alive) {
      throw ProblemException.unauthenticated(
          "token_revoked", "This session has ended. Sign in again.");
    }
  }

  /** Ends one session; does nothing if it has ended. */
  void end(UUID session, EndReason reason, Instant now) {
    jdbi.useTransaction(handle -> end(handle, List.of(session), reason, now));
  }

  /** Ends sessions within a transaction of the caller; returns how many had not ended. */
  public static int end(Handle handle, List<UUID> sessions, EndReason reason, Instant now) {
    String sql =
        """
        WITH ended AS (
          UPDATE sessions SET ended_at = :now, end_reason = :reason
          WHERE id = ANY(:sessions) AND ended_at IS NULL
          RETURNING id)
        INSERT INTO revocations (session_id, revoked_at) SELECT id, :now FROM ended
        """;
    if (sessions.isEmpty()) {
      return 0;
    }
    handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    return handle
        .createUpdate(sql)
        .bind("now", now)
        .bind("reason", reason.storedName())
        .bindArray("sessions", UUID.class, sessions)
        .execute();
  }

  /** The sessions that ended after the given place in the list, oldest first. */
  List<Revocation> since(long place, int limit) {
    String sql =
        """
        SELECT id AS place, session_id, revoked_at FROM revocations
        WHERE id > :place ORDER BY id LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("place", place)
            .bind("limit", limit)
            .mapTo(Revocation.class)
            .list());
  }

  /** Deletes entries whose tokens have all expired. */
  int deleteBefore(Instant time) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM revocations WHERE revoked_at < ?", time));
  }
}
