package dev.touchstone.platformdata.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a whole database. */
public record DatabaseFigures(String name, List<TableFigures> tables) {
  public DatabaseFigures {
    tables = List.copyOf(tables);
  }

  /** How many rows it has. */
  public long rows() {
    return tables.stream().mapToLong(TableFigures::rows).sum();
  }

  /** Reads the whole of the database of a connection, as it is in its transaction. */
  public static DatabaseFigures of(String name, Connection connection) throws SQLException {
    return new DatabaseFigures(name, TableFigures.of(connection, TableFigures.tables(connection)));
  }

  /** Says for each table that was counted whether it is missing or different among those found. */
  public static List<String> differences(
      List<DatabaseFigures> expected, List<DatabaseFigures> found) {
    Map<String, List<TableFigures>> restored =
        found.stream().collect(Collectors.toMap(DatabaseFigures::name, DatabaseFigures::tables));
    List<String> lines = new ArrayList<>();
    for (DatabaseFigures database : expected) {
      List<TableFigures> tables = restored.getOrDefault(database.name(), List.of());
      database.tables().stream()
          .filter(table -> !tables.contains(table))
          .map(table ->
              "The table %s of the database %s is not as it was backed up (%,d rows then)."
                  .formatted(table.table(), database.name(), table.rows()))
          .forEach(lines::add);
    }
    return lines;
  }
}
