package dev.touchstone.operations.databases;

import dev.touchstone.operations.Run;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A PostgreSQL with a master as RDS has one: it makes databases and roles, hands on {@code
 * rds_iam}, and is not a superuser.
 */
public enum Server {
  /** The oldest that root data makes. */
  OLDEST("MEMBER"),
  /** The newest. */
  NEWEST("SET");

  private final String rightToBecome;

  Server(String rightToBecome) {
    this.rightToBecome = rightToBecome;
  }

  /**
   * How {@code pg_has_role} calls the right to {@code SET ROLE}. PostgreSQL 16 made it one of its
   * own; before, each member has it.
   */
  String rightToBecome() {
    return rightToBecome;
  }

  /** Starts one; {@code rds}: whether it has the role that RDS has. */
  public EmbeddedPostgres start(boolean rds, Path data) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(data).setServerConfig("fsync", "off");
    if (this == OLDEST) {
      builder.setPgBinaryResolver((_, _) -> OldPostgres.binaries());
    }
    EmbeddedPostgres postgres = builder.start();
    execute(postgres, "postgres", "postgres", "CREATE ROLE master LOGIN CREATEDB CREATEROLE");
    if (rds) {
      execute(postgres, "postgres", "postgres", "CREATE ROLE rds_iam");
      execute(postgres, "postgres", "postgres", "GRANT rds_iam TO master WITH ADMIN OPTION");
    }
    return postgres;
  }

  /** Runs the command as its master. */
  public static Run makeDatabases(EmbeddedPostgres postgres, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.putIfAbsent(
        "DATABASE_URL", "postgresql://master@127.0.0.1:%d/postgres".formatted(postgres.getPort()));
    return Run.of(settings, "databases");
  }

  public static void execute(EmbeddedPostgres postgres, String user, String database, String sql)
      throws SQLException {
    try (var connection = postgres.getDatabase(user, database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The values of the first column, asked as the superuser. */
  public static Set<String> strings(EmbeddedPostgres postgres, String query) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (var connection = postgres.getDatabase("postgres", "postgres").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
