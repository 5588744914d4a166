package dev.touchstone.usermanagement.settings;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The settings that differ from their defaults. Thread-safe. */
final class SettingStore {
  private final Jdbi jdbi;

  SettingStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A stored setting; the value is JSON. */
  record Stored(
      String name,
      String value,
      Instant changedAt,
      @Nullable Long changedById,
      @Nullable String changedBy) {}

  List<Stored> all() {
    String sql =
        """
        SELECT s.name, CAST(s.value AS text) AS value, s.changed_at, u.id AS changed_by_id,
          u.username AS changed_by
        FROM settings s LEFT JOIN users u ON u.id = s.changed_by
        """;
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Stored.class).list());
  }

  void put(Handle handle, String name, String value, long by, Instant now) {
    String sql =
        """
        INSERT INTO settings (name, value, changed_at, changed_by)
        VALUES (:name, CAST(:value AS jsonb), :now, :by)
        ON CONFLICT (name) DO UPDATE SET
          value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        """;
    handle
        .createUpdate(sql)
        .bind("name", name)
        .bind("value", value)
        .bind("now", now)
        .bind("by", by)
        .execute();
  }
}
