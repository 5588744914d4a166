package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.Databases;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.TableFigures;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A database as it was at one moment, for as long as this is open. Not thread-safe.
 *
 * @param id by which other sessions see the same
 */
record Snapshot(String database, DatabaseAddress address, Connection connection, String id)
    implements AutoCloseable {
  /** How long a change of tables that is under way may take. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Takes one, after a check that its role can only read. Until it is closed, nobody can change the
   * form of the tables: the dump and the figures would be of different ones.
   *
   * @throws OperationFailed if somebody changes tables right now
   */
  static Snapshot of(String database, DatabaseAddress address) throws SQLException {
    Connection connection = Databases.connect(address);
    try {
      ReadOnlyRole.require(connection, database);
      List<String> tables = TableFigures.tables(connection);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // It is idle while its tables are dumped.
        statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        statement.execute("SET LOCAL statement_timeout = 0");
        statement.execute("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
        if (!tables.isEmpty()) { // before the snapshot, which is taken by the first query
          statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS SHARE MODE");
        }
        try (ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
          row.next();
          Snapshot snapshot = new Snapshot(database, address, connection, row.getString(1));
          if (!TableFigures.tables(connection).equals(tables)) {
            throw new OperationFailed(
                "Tables of the database %s are being created or removed. Run the backup again."
                    .formatted(database));
          }
          return snapshot;
        }
      }
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The major version of the server. */
  int version() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
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
