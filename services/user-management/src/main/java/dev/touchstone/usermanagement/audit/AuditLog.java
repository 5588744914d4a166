package dev.touchstone.usermanagement.audit;

import dev.touchstone.platform.http.Json;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes audit events within the transactions that they describe, so that neither exists without the
 * other. The database refuses to change entries. Thread-safe.
 */
public final class AuditLog {
  private final Jdbi jdbi;
  private final Clock clock;

  /** Keeps events in the given database. */
  public AuditLog(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Adds an event within a transaction of the caller. */
  public void add(Handle handle, AuditEvent event) {
    String sql =
        """
        INSERT INTO audit_log (at, kind, actor_id, actor, target, network, details)
        VALUES (:now, :kind, :actorId, :actor, :target, :network, CAST(:details AS jsonb))
        """;
    handle
        .createUpdate(sql)
        .bind("now", clock.instant())
        .bind("kind", event.kind())
        .bind("actorId", event.actorId())
        .bind("actor", event.actor())
        .bind("target", event.target())
        .bind("network", event.network())
        .bind("details", Json.MAPPER.writeValueAsString(event.details()))
        .execute();
  }

  /** Adds an event that belongs to no other change. */
  public void add(AuditEvent event) {
    jdbi.useHandle(handle -> add(handle, event));
  }
}
