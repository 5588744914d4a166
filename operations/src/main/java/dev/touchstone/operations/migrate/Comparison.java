package dev.touchstone.operations.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Compares the rows of both sides, by their number and a hash of their content. */
final class Comparison {
  /** Connections to each side. */
  private static final int CONNECTIONS = 3;

  private Comparison() {}

  /** Rows, and the sum of their hashes. */
  record Digest(long rows, String hash) {}

  /**
   * A table on both sides.
   *
   * @param one where the rows come from
   * @param other where they go
   */
  record Pair(Table table, Digest one, Digest other) {
    boolean isEqual() {
      return one.equals(other);
    }
  }

  /** Compares whole tables, while nobody writes. */
  static List<Pair> of(Side one, Side other, List<Table> tables) {
    Map<String, Digest> ones = new ConcurrentHashMap<>();
    Map<String, Digest> others = new ConcurrentHashMap<>();
    try (Parallel parallel = new Parallel()) {
      List<Supplier<Boolean>> parts = new ArrayList<>();
      for (int part = 0; part < CONNECTIONS; part++) {
        List<Table> some = every(tables, part);
        parts.add(parallel.start(() -> read(one, some, ones)));
        parts.add(parallel.start(() -> read(other, some, others)));
      }
      parts.forEach(part -> {
        var _ = part.get();
      });
    }
    return tables.stream()
        .map(table ->
            new Pair(
                table,
                Objects.requireNonNull(ones.get(table.name())),
                Objects.requireNonNull(others.get(table.name()))))
        .toList();
  }

  /** Each third table, beginning with one of the first three. */
  private static List<Table> every(List<Table> tables, int first) {
    return IntStream.range(0, tables.size())
        .filter(index -> index % CONNECTIONS == first)
        .mapToObj(tables::get)
        .toList();
  }

  /** Reads all tables with one query, as each answer may have a long way. */
  private static boolean read(Side side, List<Table> tables, Map<String, Digest> digests) {
    String query =
        tables.stream()
            .map(table ->
                "SELECT '%s', count(*), coalesce(sum(%s), 0)::text FROM %s"
                    .formatted(table.name().replace("'", "''"), table.rowHash(), table.name()))
            .collect(Collectors.joining(" UNION ALL "));
    if (query.isEmpty()) {
      return true;
    }
    try (Handle handle = side.openAsOwner()) {
      handle
          .createQuery(query)
          .map(
              (row, _) -> Map.entry(row.getString(1), new Digest(row.getLong(2), row.getString(3))))
          .forEach(entry -> digests.put(entry.getKey(), entry.getValue()));
    }
    return true;
  }
}
