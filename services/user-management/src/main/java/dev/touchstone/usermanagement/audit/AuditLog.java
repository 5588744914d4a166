package dev.touchstone.usermanagement.audit;

import dev.touchstone.platform.http.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

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

  /**
   * An event that another service reports.
   *
   * @param id the same each time
   */
  record Report(UUID id, Instant at, AuditEvent event) {}

  /** Adds what another service reports, with the names of those who did it, and nothing twice. */
  void add(List<Report> reports) {
    String sql =
        """
        INSERT INTO audit_log (event, at, kind, actor_id, actor, target, details)
        VALUES (:event, :at, :kind, :actorId, (SELECT username FROM users WHERE id = :actorId),
          :target, CAST(:details AS jsonb))
        ON CONFLICT (event) WHERE event IS NOT NULL DO NOTHING
        """;
    jdbi.useTransaction(handle -> {
      PreparedBatch batch = handle.prepareBatch(sql);
      for (Report report : reports) {
        batch
            .bind("event", report.id())
            .bind("at", report.at())
            .bind("kind", report.event().kind())
            .bind("actorId", report.event().actorId())
            .bind("target", report.event().target())
            .bind("details", Json.MAPPER.writeValueAsString(report.event().details()))
            .add();
      }
      batch.execute();
    });
  }

  /** Adds an event that belongs to no other change. */
  public void add(AuditEvent event) {
    jdbi.useHandle(handle -> add(handle, event));
  }
}
