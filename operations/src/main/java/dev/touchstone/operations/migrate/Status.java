package dev.touchstone.operations.migrate;

import dev.touchstone.operations.migrate.Pair.Stage;
import java.time.Duration;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** How far the migration of a database is. */
final class Status {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Status() {}

  static void show(Pair pair, Consumer<String> out) {
    Stage stage = pair.stage();
    String text =
        switch (stage) {
          case NOT_STARTED -> "not started";
          case COPYING -> "copying, " + copied(pair);
          case FOLLOWING -> "the target follows, " + lag(pair.forward());
          case MOVED -> "moved, the source follows, " + lag(pair.back());
          case FINISHED -> "finished";
        };
    out.accept(pair.database() + ": " + text);
  }

  /** The tables that are complete, and how far the others are. */
  static String copied(Pair pair) {
    int tables = pair.tables().size();
    int missing = pair.forward().missingTables();
    try (Handle target = pair.target().open()) {
      String running =
          target
              .createQuery(
                  """
                  SELECT format(', %s: %s rows, %s', relid::regclass, tuples_processed,
                    pg_size_pretty(bytes_processed))
                  FROM pg_stat_progress_copy WHERE datname = current_database()
                  """)
              .mapTo(String.class)
              .findFirst()
              .orElse("");
      return "%d of %d tables are complete%s"
          .formatted(tables - Math.min(missing, tables), tables, running);
    }
  }

  /** In bytes of the publisher's log, and in time. */
  private static String lag(Replication replication) {
    long bytes =
        replication
            .publisher()
            .value(
                Long.class,
                """
                SELECT coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)), -1)::bigint
                FROM pg_replication_slots WHERE slot_name = ?
                """,
                replication.name());
    if (bytes < 0) {
      return "but its slot is gone: run `migrate finish --abandon` and begin again";
    }
    long start = System.nanoTime();
    boolean arrived =
        Marker.await(replication.subscriber(), Marker.set(replication.publisher()), PATIENCE);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return "%d bytes and %s behind"
        .formatted(bytes, arrived ? millis + " ms" : "more than " + PATIENCE.toSeconds() + " s");
  }
}
