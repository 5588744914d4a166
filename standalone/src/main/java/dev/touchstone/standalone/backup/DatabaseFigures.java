package dev.touchstone.standalone.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The figures of a whole database. */
public record DatabaseFigures(String name, List<TableFigures> tables) {
  public DatabaseFigures {
    tables = List.copyOf(tables);
  }

  /** How many rows it has. */
  public long rows() {
    return tables.stream().mapToLong(TableFigures::rows).sum();
  }

  /** The figures of a running server. */
  public static List<DatabaseFigures> of(Server server) throws SQLException {
    List<DatabaseFigures> all = new ArrayList<>();
    for (String name : server.databases()) {
      try (Connection connection = server.connect(name)) {
        List<String> tables = TableFigures.tables(connection);
        all.add(new DatabaseFigures(name, TableFigures.of(connection, tables)));
      }
    }
    return all;
  }
}
