package dev.touchstone.platformdata.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What shows that a table is the same in two places.
 *
 * @param table its quoted name with its schema, such as {@code public.scores}
 * @param rows how many it has
 * @param sum the sum of the 64-bit hashes of all rows as text, in any order
 */
public record TableFigures(String table, long rows, String sum) {
  /** How values look as text must not depend on who asks. */
  private static final String SETTINGS =
      "SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET extra_float_digits = 1;"
          + " SET bytea_output = 'hex'; SET IntervalStyle = 'postgres'";

  private static final String TABLES =
      """
      SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
      ORDER BY 1
      """;

  /** The names of all tables of a database, quoted. */
  public static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** Reads the whole of some tables, as they are in the transaction of the connection. */
  public static List<TableFigures> of(Connection connection, List<String> tables)
      throws SQLException {
    List<TableFigures> figures = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
      for (String table : tables) {
        String query =
            "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM "
                + table
                + " t";
        try (ResultSet row = statement.executeQuery(query)) {
          row.next();
          figures.add(new TableFigures(table, row.getLong(1), row.getString(2)));
        }
      }
    }
    return figures;
  }
}
