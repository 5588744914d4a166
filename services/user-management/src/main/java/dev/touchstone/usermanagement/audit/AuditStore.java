package dev.touchstone.usermanagement.audit;

import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.JsonColumn;
import dev.touchstone.platformdata.database.Reads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads and, when their time is up, deletes entries of the audit log. Thread-safe. */
final class AuditStore {
  private final Jdbi jdbi;
  private final Reads reads;

  AuditStore(Database database) {
    this.jdbi = database.jdbi();
    this.reads = database.reads();
  }

  /** An entry, as on the wire. */
  record Entry(
      long id,
      Instant at,
      String kind,
      @Nullable Long actorId,
      @Nullable String actor,
      @Nullable String target,
      @Nullable String network,
      @JsonColumn Map<String, String> details) {}

  /** What to look for; empty parts match everything. */
  record Search(
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<Long> actorId,
      Optional<String> kind,
      Optional<String> target) {}

  /** The entries that match, newest first. */
  List<Entry> find(Search search, long beforeId, int limit) {
    List<String> conditions = new ArrayList<>(List.of("id < :before"));
    search.from().ifPresent(time -> conditions.add("at >= :from"));
    search.until().ifPresent(time -> conditions.add("at < :until"));
    search.actorId().ifPresent(id -> conditions.add("actor_id = :actorId"));
    search.kind().ifPresent(kind -> conditions.add("kind = :kind"));
    search.target().ifPresent(target -> conditions.add("target = :target"));
    String sql =
        "SELECT id, at, kind, actor_id, actor, target, network, details FROM audit_log WHERE "
            + String.join(" AND ", conditions)
            + " ORDER BY id DESC LIMIT :limit";
    return reads.withHandle(handle -> {
      Query query = handle.createQuery(sql).bind("before", beforeId).bind("limit", limit);
      search.from().ifPresent(time -> query.bind("from", time));
      search.until().ifPresent(time -> query.bind("until", time));
      search.actorId().ifPresent(id -> query.bind("actorId", id));
      search.kind().ifPresent(kind -> query.bind("kind", kind));
      search.target().ifPresent(target -> query.bind("target", target));
      return query.mapTo(Entry.class).list();
    });
  }

  /** The only way to delete entries; see the trigger in the schema. */
  int deleteBefore(Instant time) {
    return jdbi.inTransaction(handle -> {
      handle.execute("SET LOCAL touchstone.audit_retention = 'on'");
      return handle.execute("DELETE FROM audit_log WHERE at < ?", time);
    });
  }
}
