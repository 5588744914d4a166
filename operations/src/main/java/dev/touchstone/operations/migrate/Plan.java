package dev.touchstone.operations.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Looks at both servers, changes nothing, and says what a migration would do and what prevents it.
 */
final class Plan {
  private static final int PROBE_BYTES = 2_000_000;

  /** What a copy reaches at most, with its indexes: measured on two cores (docs/operations.md). */
  private static final double COPY_BYTES_PER_SECOND = 10e6;

  private static final int OLDEST = 15;

  /** One for each database and one for copies. */
  private static final int LEAST = 4;

  /** What replication does not carry, and a query that lists it. */
  private static final Map<String, String> OBSTACLES =
      Map.of(
          "unlogged tables, which need ALTER TABLE … SET LOGGED",
          "SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r' LIMIT 5",
          "large objects",
          "SELECT oid::text FROM pg_largeobject_metadata LIMIT 5",
          "partitioned, materialized or foreign tables",
          "SELECT relname FROM pg_class WHERE relkind IN ('p', 'm', 'f') LIMIT 5",
          "tables outside the schema public",
          """
          SELECT format('%I.%I', nspname, relname)
          FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
          WHERE relkind = 'r' AND nspname NOT LIKE 'pg\\_%'
            AND nspname NOT IN ('public', 'information_schema', 'touchstone_migration') LIMIT 5
          """);

  private final List<String> obstacles = new ArrayList<>();
  private final Set<String> offered = new HashSet<>();
  private final Consumer<String> out;

  Plan(Consumer<String> out) {
    this.out = out;
  }

  /** Returns what prevents the migration. */
  List<String> show(MigrationSettings settings) {
    Side master = settings.master();
    server(master);
    double rate = COPY_BYTES_PER_SECOND;
    try (Handle handle = master.open()) {
      rate = Math.min(rate, rate(handle));
      offered.addAll(
          handle.select("SELECT name FROM pg_available_extensions").mapTo(String.class).list());
    }
    long bytes = 0;
    for (Pair pair : settings.pairs()) {
      server(pair.source());
      bytes += database(pair);
    }
    out.accept(
        "The copy of %s takes about %s at %.1f MB/s; the services go on meanwhile. The target needs %s free, the sources as much as is written meanwhile."
            .formatted(megabytes(bytes), duration(bytes / rate), rate / 1e6, megabytes(2 * bytes)));
    out.accept(
        "`cutover` then holds one service after the other for a second or two, and replicates the other way. `rollback` returns until `finish`.");
    obstacles.forEach(obstacle -> out.accept("Obstacle: " + obstacle));
    return obstacles;
  }

  private void server(Side side) {
    try (Handle handle = side.open()) {
      int version = number(handle, "SELECT current_setting('server_version_num')::int / 10000");
      int slots =
          number(
              handle,
              """
              SELECT current_setting('max_replication_slots')::int
                - (SELECT count(*) FROM pg_replication_slots)::int
              """);
      int workers =
          number(handle, "SELECT current_setting('max_logical_replication_workers')::int");
      String wal = text(handle, "SHOW wal_level");
      out.accept(
          "%s, %s: PostgreSQL %d, wal_level %s, %d free slots, %d replication workers, %.1f ms away"
              .formatted(
                  side.name(), side.database(), version, wal, slots, workers, latency(handle)));
      demand(version >= OLDEST, side + " has a PostgreSQL older than " + OLDEST);
      demand(
          wal.equals("logical"),
          side
              + " needs wal_level = logical (on RDS: database_logical_replication of the root data) and a restart");
      demand(slots >= LEAST, side + " needs 4 free slots: raise max_replication_slots");
      demand(workers >= LEAST, side + " needs max_logical_replication_workers = 4 or more");
    }
  }

  private long database(Pair pair) {
    try (Handle handle = pair.source().open()) {
      List<Table> tables = Table.of(handle);
      long bytes =
          handle.select("SELECT pg_database_size(current_database())").mapTo(Long.class).one();
      out.accept("%s: %d tables, %s".formatted(pair.database(), tables.size(), megabytes(bytes)));
      tables.stream()
          .filter(table -> table.key().isEmpty())
          .forEach(table ->
              out.accept(
                  "%s: %s has no primary key; whole rows are compared instead"
                      .formatted(pair.database(), table.name())));
      demand(!tables.isEmpty(), pair.source() + " has no tables: check its address");
      OBSTACLES.forEach((what, query) -> none(handle, pair, query, what));
      extensions(handle, pair);
      return bytes;
    }
  }

  private void extensions(Handle source, Pair pair) {
    List<String> used =
        source.select("SELECT extname FROM pg_extension").mapTo(String.class).list();
    used.stream()
        .forEach(extension ->
            demand(
                offered.contains(extension),
                "the target does not have the extension %s of the database %s"
                    .formatted(extension, pair.database())));
  }

  private void none(Handle handle, Pair pair, String query, String what) {
    List<String> found = handle.createQuery(query).mapTo(String.class).list();
    demand(found.isEmpty(), "%s has %s: %s".formatted(pair.source(), what, found));
  }

  private void demand(boolean holds, String obstacle) {
    if (!holds) {
      obstacles.add(obstacle + ".");
    }
  }

  private static double latency(Handle handle) {
    double best = Double.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long start = System.nanoTime();
      number(handle, "SELECT 1");
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }

  /** Bytes a second that the connection carries. */
  private static double rate(Handle handle) {
    long start = System.nanoTime();
    text(handle, "SELECT repeat('x', %d)".formatted(PROBE_BYTES));
    return PROBE_BYTES / ((System.nanoTime() - start) / 1e9);
  }

  private static int number(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Integer.class).one();
  }

  private static String text(Handle handle, String query) {
    return handle.createQuery(query).mapTo(String.class).one();
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String duration(double seconds) {
    return Duration.ofSeconds(Math.round(Math.ceil(seconds)))
        .toString()
        .substring(2)
        .toLowerCase(Locale.ROOT);
  }
}
