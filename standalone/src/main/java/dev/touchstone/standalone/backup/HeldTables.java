package dev.touchstone.standalone.backup;

import dev.touchstone.platformdata.backup.DatabaseFigures;
import dev.touchstone.platformdata.backup.TableFigures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All tables at one moment. While they are held, nobody writes to them, which is meant to take some
 * milliseconds; after that they can be read as they were. Not thread-safe.
 */
final class HeldTables implements AutoCloseable {
  /** Lock not available, and deadlock detected (PostgreSQL's errcodes). */
  private static final Set<String> BUSY = Set.of("55P03", "40P01");

  private static final int MOST_TRIES = 60;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /**
   * A writer that has begun is awaited, but not for long: others wait behind this. If both wait for
   * each other, this one gives up first, and not the writer.
   */
  private static final String BOUNDS =
      "SET LOCAL lock_timeout = '300ms'; SET LOCAL deadlock_timeout = '50ms'";

  private final List<Connection> holders = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();

  private HeldTables() {}

  private record Reader(String database, List<String> tables, Connection connection) {}

  /**
   * Holds all tables of all databases.
   *
   * @throws SQLException if writers leave no gap for 15 seconds
   */
  static HeldTables of(Server server) throws SQLException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HeldTables held = new HeldTables();
      try {
        for (String database : server.databases()) {
          held.hold(server, database);
        }
        return held;
      } catch (SQLException e) {
        held.close();
        if (!BUSY.contains(e.getSQLState()) || attempt == MOST_TRIES) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private void hold(Server server, String database) throws SQLException {
    Connection reader = server.connect(database);
    List<String> tables;
    try {
      tables = TableFigures.tables(reader);
    } catch (SQLException e) {
      reader.close();
      throw e;
    }
    readers.add(new Reader(database, tables, reader));
    Connection holder = server.connect(database);
    holders.add(holder);
    begin(holder);
    begin(reader);
    try (Statement holding = holder.createStatement();
        Statement reading = reader.createStatement()) {
      holding.execute(BOUNDS);
      if (!tables.isEmpty()) {
        holding.execute("LOCK TABLE " + String.join(", ", tables) + " IN SHARE MODE");
      }
      // Only the first query fixes what a transaction sees, so this is what the locks hold.
      try (ResultSet row = holding.executeQuery("SELECT pg_export_snapshot()")) {
        row.next();
        reading.execute("SET TRANSACTION SNAPSHOT '" + row.getString(1) + "'");
      }
    }
  }

  private static void begin(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
  }

  /** Lets the writers go on. */
  void release() throws SQLException {
    for (Connection holder : holders) {
      holder.rollback();
      holder.close();
    }
    holders.clear();
  }

  /** The figures of the moment at which the tables were held. */
  List<DatabaseFigures> figures() throws SQLException {
    List<DatabaseFigures> all = new ArrayList<>();
    for (Reader reader : readers) {
      all.add(
          new DatabaseFigures(
              reader.database(), TableFigures.of(reader.connection(), reader.tables())));
    }
    return all;
  }

  /** Ends everything; the server rolls back what is open. */
  @Override
  public void close() throws SQLException {
    for (Connection holder : holders) {
      holder.close();
    }
    for (Reader reader : readers) {
      reader.connection().close();
    }
  }
}
