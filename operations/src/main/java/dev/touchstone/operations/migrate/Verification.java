package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Compares the rows of both sides in chunks while the service writes. What differs may have changed
 * between the two looks, so the rows of such a chunk are compared one by one, and those that differ
 * are looked at again until they were equal once or the patience is over.
 */
final class Verification {
  private static final int ROWS_PER_CHUNK = 2000;
  private static final long MOST_CHUNKS = 4096;
  private static final Duration ARRIVAL = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Replication replication;
  private final Duration patience;
  private final Consumer<String> progress;

  Verification(Replication replication, Duration patience, Consumer<String> progress) {
    this.replication = replication;
    this.patience = patience;
    this.progress = progress;
  }

  /** Compares all tables; returns the number of those that differ. */
  int run(List<Table> tables) {
    long rows = 0;
    int different = 0;
    try (Handle publisher = replication.publisher().openAsOwner();
        Handle subscriber = replication.subscriber().openAsOwner()) {
      for (Table table : tables) {
        Look look = new Look(table, publisher, subscriber);
        rows += look.rows;
        Set<Long> rest = look.differingRows();
        if (!rest.isEmpty()) {
          different++;
          progress.accept(
              "%s: %d rows differ, each time they were read within %d s"
                  .formatted(table.name(), rest.size(), patience.toSeconds()));
        }
      }
    }
    progress.accept(
        "%d of %d tables are equal, of %d rows"
            .formatted(tables.size() - different, tables.size(), rows));
    return different;
  }

  /** A table on both sides. */
  private final class Look {
    private final Table table;
    private final Handle publisher;
    private final Handle subscriber;
    private final String chunk;
    private final Set<Long> chunks;
    private long rows;

    Look(Table table, Handle publisher, Handle subscriber) {
      this.table = table;
      this.publisher = publisher;
      this.subscriber = subscriber;
      long number = Math.max(1, Math.min(MOST_CHUNKS, estimate() / ROWS_PER_CHUNK));
      this.chunk =
          "%s & %d".formatted(table.keyHash(), Long.highestOneBit(number) - 1); // a power of two
      this.chunks = differing("SELECT " + chunk + ", sum(%s), count(*) FROM %s GROUP BY 1");
    }

    private long estimate() {
      return publisher
          .select("SELECT reltuples::bigint FROM pg_class WHERE oid = ?::regclass", table.name())
          .mapTo(Long.class)
          .one();
    }

    /** The hashes of the keys of rows that were never equal. */
    Set<Long> differingRows() {
      long start = System.nanoTime();
      Set<Long> suspects = chunks.isEmpty() ? Set.of() : differingIn(chunk, chunks);
      while (!suspects.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
        Waiting.pause(PAUSE);
        suspects = differingIn(table.keyHash(), suspects);
      }
      return suspects;
    }

    private Set<Long> differingIn(String expression, Set<Long> values) {
      return differing(
          "SELECT %s, sum(%%s), 1 FROM %%s WHERE %s IN (%s) GROUP BY 1"
              .formatted(
                  table.keyHash(),
                  expression,
                  values.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    /** What has another hash here than there, in a query of number, hash and rows. */
    private Set<Long> differing(String query) {
      String sql = query.formatted(table.rowHash(), table.name());
      Map<Long, String> here = hashes(publisher, sql);
      if (!Marker.await(replication.subscriber(), Marker.set(replication.publisher()), ARRIVAL)) {
        throw new OperationFailed(
            "The %s does not keep up. Try again when `migrate status` shows less lag."
                .formatted(replication.subscriber().name()));
      }
      Map<Long, String> there = hashes(subscriber, sql);
      Set<Long> all = new TreeSet<>(here.keySet());
      all.addAll(there.keySet());
      all.removeIf(number -> Objects.equals(here.get(number), there.get(number)));
      return all;
    }

    private Map<Long, String> hashes(Handle handle, String sql) {
      rows = 0;
      Map<Long, String> hashes = new HashMap<>();
      handle
          .createQuery(sql)
          .map((row, _) -> {
            rows += row.getLong(3);
            return Map.entry(row.getLong(1), row.getString(2));
          })
          .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
      return hashes;
    }
  }
}
