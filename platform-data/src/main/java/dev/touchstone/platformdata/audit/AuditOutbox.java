package dev.touchstone.platformdata.audit;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Outage;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platformdata.database.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events on their way to the audit log. Each is stored in the transaction of what it describes, and
 * user management takes it a little later, however often it is delivered. The service has the table
 * {@code audit_outbox}. Several processes may deliver at once. For one thread.
 */
public final class AuditOutbox {
  private static final Logger log = LoggerFactory.getLogger(AuditOutbox.class);
  private static final int BATCH = 100;

  private final ServiceClient userManagement;
  private final Jdbi jdbi;
  private final Outage outage = new Outage(log, "Delivering events to the audit log");

  /** Delivers what the given database has. */
  public AuditOutbox(ServiceClient userManagement, Jdbi jdbi) {
    this.userManagement = userManagement;
    this.jdbi = jdbi;
  }

  private record Waiting(
      long id,
      UUID event,
      Instant at,
      String kind,
      long actorId,
      @Nullable String target,
      @JsonColumn Map<String, String> details) {
    Reported reported() {
      return new Reported(event, at, kind, actorId, target, details);
    }
  }

  /** What {@code POST /internal/v1/audit-log} takes. */
  private record Reported(
      UUID event,
      Instant at,
      String kind,
      long actorId,
      @Nullable String target,
      Map<String, String> details) {}

  private record Report(List<Reported> events) {}

  /** Adds an event within a transaction of the caller. */
  public static void add(Handle handle, TeachingEvent event, Instant now) {
    String sql =
        """
        INSERT INTO audit_outbox (at, kind, actor_id, target, details)
        VALUES (:now, :kind, :actor, :target, CAST(:details AS jsonb))
        """;
    handle
        .createUpdate(sql)
        .bind("now", now)
        .bind("kind", event.kind())
        .bind("actor", event.actorId())
        .bind("target", event.target())
        .bind("details", Json.MAPPER.writeValueAsString(event.details()))
        .execute();
  }

  /** Delivers everything that waits; what could not be delivered waits for the next call. */
  public void deliver() {
    try {
      List<Waiting> waiting;
      do {
        waiting = waiting();
        if (!waiting.isEmpty()) {
          userManagement.post(
              "/internal/v1/audit-log",
              new Report(waiting.stream().map(Waiting::reported).toList()));
          delete(waiting.stream().map(Waiting::id).toList());
        }
      } while (waiting.size() == BATCH);
      outage.recovered();
    } catch (RuntimeException e) { // of any kind: the next round tries again
      outage.failed(e);
    }
  }

  private List<Waiting> waiting() {
    String sql =
        """
        SELECT id, event, at, kind, actor_id, target, details FROM audit_outbox
        ORDER BY id LIMIT :limit
        """;
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("limit", BATCH).mapTo(Waiting.class).list());
  }

  private void delete(List<Long> ids) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("DELETE FROM audit_outbox WHERE id = ANY(:ids)")
            .bindArray("ids", Long.class, ids)
            .execute());
  }
}
