package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.Databases;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database as it was at one moment, for as long as this is open. Not thread-safe.
 *
 * @param id by which other sessions see the same
 */
record Snapshot(String database, DatabaseAddress address, Connection connection, String id)
    implements AutoCloseable {
  /** Takes one, after a check that its role can only read. */
  static Snapshot of(String database, DatabaseAddress address) throws SQLException {
    Connection connection = Databases.connect(address);
    try {
      ReadOnlyRole.require(connection, database);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // It is idle while its tables are dumped.
        statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        statement.execute("SET LOCAL statement_timeout = 0");
        try (ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
          row.next();
          return new Snapshot(database, address, connection, row.getString(1));
        }
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Counts and hashes all tables. */
  DatabaseFigures figures() throws SQLException {
    return DatabaseFigures.of(database, connection);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
