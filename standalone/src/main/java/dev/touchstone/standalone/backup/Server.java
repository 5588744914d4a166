package dev.touchstone.standalone.backup;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The embedded PostgreSQL while it runs, as its superuser.
 *
 * @param port its port of the loopback interface
 * @param databases the names of the databases that are ours
 */
public record Server(int port, Secret password, List<String> databases) {
  /** Where commands go that concern the whole server. */
  static final String MAINTENANCE = "postgres";

  public Server {
    databases = List.copyOf(databases);
  }

  /** The figures of all its databases. */
  public List<DatabaseFigures> figures() throws SQLException {
    List<DatabaseFigures> all = new ArrayList<>();
    for (String name : databases) {
      try (Connection connection = connect(name)) {
        all.add(DatabaseFigures.of(name, connection));
      }
    }
    return all;
  }

  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", password.reveal());
    properties.setProperty("ApplicationName", "touchstone-backup");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
  }
}
