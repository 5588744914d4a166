package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.webserver.http.HttpService;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A service's own database: pool, JDBI, and its schema at the version of this code. An operator may
 * switch it to another server while it runs. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private final SwitchableConnections connections;
  private final DatabaseSwitch databaseSwitch;
  private final Optional<Secret> operatorToken;
  private final Jdbi jdbi;
  private final Reads reads;

  private Database(SwitchableConnections connections, Schema schema, Optional<Secret> operator) {
    this.connections = connections;
    this.databaseSwitch = new DatabaseSwitch(connections, schema);
    this.operatorToken = operator;
    this.jdbi =
        Jdbi.create(connections)
            .installPlugin(new PostgresPlugin())
            .installPlugin(new RecordMapping())
            .installPlugin(new StatementSpans());
    // A message with the values of a statement would bring what people wrote into the log.
    this.jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    this.reads = new Reads(jdbi, connections);
  }

  /**
   * Connects and brings the schema up to date. Several processes may do so at once: migrations run
   * under a lock.
   *
   * @param migrations the folder of the migrations on the class path, such as {@code db/scores}
   * @throws ConfigurationException if the database is unreachable or was written by a newer version
   *     of the program
   */
  public static Database open(DatabaseConfiguration configuration, String migrations) {
    Schema schema = new Schema(migrations);
    Target target = Target.open(configuration);
    try {
      schema.migrate(configuration.direct());
      return new Database(new SwitchableConnections(target), schema, configuration.operatorToken());
    } catch (RuntimeException e) {
      target.close();
      throw e;
    }
  }

  /** Where stores run their SQL; {@code mapTo} reads rows as records, see {@link RecordMapping}. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Where stores run reads that a replica may answer. */
  public Reads reads() {
    return reads;
  }

  /** The pool behind {@link #jdbi()}, for SQL without JDBI; close each connection. */
  public ConnectionFactory connections() {
    return connections;
  }

  /**
   * Receives notifications, on a connection of its own.
   *
   * @param name of the thread
   */
  public Listening listen(List<String> channels, Listening.Receiver receiver, String name) {
    return Listening.start(connections, channels, receiver, name);
  }

  /**
   * Runs the work in one process at a time; the others wait. A switch to another database waits for
   * its end.
   *
   * @param lock a number that no other advisory lock of this database uses
   */
  public void exclusively(long lock, Runnable work) {
    try {
      connections.gate().passWith(() -> runLocked(lock, work));
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /** The lock is the connection's: it ends with it at the latest. */
  private void runLocked(long lock, Runnable work) {
    try (Connection connection = connections.current().connectDirectly();
        PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
      statement.setLong(1, lock);
      statement.execute();
      work.run();
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /** Whether the database answers, or is held: then requests wait, and don't fail. */
  public Readiness readiness() {
    return new Readiness(
        "database",
        () -> {
          if (connections.gate().isHeld()) {
            return;
          }
          try (var connection = connections.openConnection();
              var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.execute("SELECT 1");
          }
        });
  }

  /** The operator's calls, for the admin port; none without an operator's token. */
  public List<HttpService> operatorEndpoints() {
    return operatorToken.stream()
        .<HttpService>map(
            token -> new DatabaseSwitchEndpoints(databaseSwitch, new InternalAuthentication(token)))
        .toList();
  }

  /** Registers the meters. */
  public void bindTo(MeterRegistry registry) {
    databaseSwitch.bindTo(registry);
    PoolMeters.bind(registry, connections);
    reads.bindTo(registry);
  }

  @Override
  public void close() {
    databaseSwitch.cancel();
    connections.close();
  }
}
