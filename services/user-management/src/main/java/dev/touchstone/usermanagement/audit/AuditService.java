package dev.touchstone.usermanagement.audit;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.usermanagement.csv.CsvWriter;
import dev.touchstone.usermanagement.settings.Setting;
import dev.touchstone.usermanagement.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches the audit log, and forgets what is old. Thread-safe. */
public final class AuditService {
  private static final Logger log = LoggerFactory.getLogger(AuditService.class);

  /** Of one export; narrower searches reach the rest. */
  private static final int MOST_EXPORTED = 50_000;

  private final AuditStore store;
  private final Settings settings;
  private final Clock clock;

  /** Searches the log in the given database. */
  public AuditService(Database database, Settings settings, Clock clock) {
    this.store = new AuditStore(database);
    this.settings = settings;
    this.clock = clock;
  }

  Page<AuditStore.Entry> find(AuditStore.Search search, Optional<String> cursor, int limit) {
    long before = cursor.map(AuditService::lastId).orElse(Long.MAX_VALUE);
    List<AuditStore.Entry> found = store.find(search, before, limit + 1);
    boolean more = found.size() > limit;
    List<AuditStore.Entry> shown = more ? found.subList(0, limit) : found;
    return new Page<>(shown, more ? Cursor.of(Long.toString(shown.getLast().id())) : null);
  }

  byte[] export(AuditStore.Search search) {
    CsvWriter table = new CsvWriter();
    table.line(List.of("at", "kind", "actor_id", "actor", "target", "network", "details"));
    for (AuditStore.Entry entry : store.find(search, Long.MAX_VALUE, MOST_EXPORTED)) {
      table.line(
          Arrays.asList(
              entry.at(),
              entry.kind(),
              entry.actorId(),
              entry.actor(),
              entry.target(),
              entry.network(),
              entry.details().isEmpty() ? null : entry.details()));
    }
    return table.bytes();
  }

  /** Deletes entries whose time is up; a periodic task. */
  public void deleteOld() {
    Duration kept = Duration.ofDays(settings.integer(Setting.AUDIT_RETENTION_DAYS));
    int count = store.deleteBefore(clock.instant().minus(kept));
    if (count > 0) {
      log.info("Deleted {} entries of the audit log that were older than {}", count, kept);
    }
  }

  private static long lastId(String cursor) {
    try {
      return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
