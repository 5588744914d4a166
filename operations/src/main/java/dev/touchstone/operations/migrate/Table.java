package dev.touchstone.operations.migrate;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A table that is replicated. Immutable.
 *
 * @param name quoted where it must be
 * @param columns of every row, quoted where they must be, by name
 * @param key the columns of the primary key; empty if it has none
 */
record Table(String name, List<String> columns, List<String> key) {
  /** Flyway writes it on each side. */
  private static final String HISTORY = "flyway_schema_history";

  private static final String SEPARATOR = "\u0001";

  /** All tables of the services, by name. */
  static List<Table> of(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT format('%I.%I', n.nspname, c.relname),
              (SELECT string_agg(quote_ident(attname), :separator ORDER BY attname)
               FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
              coalesce((SELECT string_agg(quote_ident(a.attname), :separator ORDER BY a.attname)
               FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
               WHERE i.indrelid = c.oid AND i.indisprimary), '')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> :history
            ORDER BY 1
            """)
        .bind("separator", SEPARATOR)
        .bind("history", HISTORY)
        .map((row, _) ->
            new Table(row.getString(1), split(row.getString(2)), split(row.getString(3))))
        .list();
  }

  private static List<String> split(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(SEPARATOR));
  }

  /** A list of them for SQL. */
  static String names(List<Table> tables) {
    return tables.stream().map(Table::name).collect(Collectors.joining(", "));
  }

  /** A number made of the content of a row; the same on each version of PostgreSQL. */
  String rowHash() {
    return hash(columns);
  }

  /** A number made of the primary key, or of the row if there is none. */
  String keyHash() {
    return hash(key.isEmpty() ? columns : key);
  }

  private static String hash(List<String> columns) {
    return "hashtextextended(ROW(" + String.join(", ", columns) + ")::text, 0)";
  }
}
