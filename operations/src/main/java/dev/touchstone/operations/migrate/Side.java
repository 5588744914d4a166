package dev.touchstone.operations.migrate;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One of the two copies of a database, with connections that are kept for the next use: while a
 * service is held, none is to be opened. Thread-safe.
 */
final class Side implements AutoCloseable {
  /** In seconds. */
  private static final String CONNECT_TIMEOUT = "10";

  private static final String JDBC = "jdbc:";

  private final String name;
  private final String database;
  private final DatabaseAddress address;
  private final String seen;
  private final Optional<String> owner;
  private final Connections plain;
  private final Connections owning;

  /**
   * Describes it.
   *
   * @param name {@code source} or {@code target}: where the database was, and where it goes
   * @param database its name, which is also that of the service's database
   * @param address how this command reaches it
   * @param seen host and port at which the other server reaches it
   * @param owner the role that owns its tables and that we become to change them; empty if the user
   *     of the address may do so itself
   */
  Side(String name, String database, DatabaseAddress address, String seen, Optional<String> owner) {
    this.name = name;
    this.database = database;
    this.address = address;
    this.seen = seen;
    this.owner = owner;
    this.plain = new Connections(this::connect);
    this.owning = owner.isEmpty() ? plain : new Connections(() -> connect(ownersUrl()));
  }

  String name() {
    return name;
  }

  String database() {
    return database;
  }

  DatabaseAddress address() {
    return address;
  }

  /** Host and port at which the other server reaches it. */
  String seen() {
    return seen;
  }

  /** Host and port at which this command reaches it. */
  String reached() {
    return hostAndPort(address);
  }

  static String hostAndPort(DatabaseAddress address) {
    return address.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").replaceFirst("/.*$", "");
  }

  Optional<String> owner() {
    return owner;
  }

  /** Runs work on a connection, each statement in its own transaction. */
  void use(Consumer<Handle> work) {
    try (Handle handle = open()) {
      work.accept(handle);
    }
  }

  /** Runs work as the owner of the tables. */
  void useAsOwner(Consumer<Handle> work) {
    try (Handle handle = openAsOwner()) {
      work.accept(handle);
    }
  }

  /** Opens a connection as the owner of the tables. */
  Handle openAsOwner() {
    return Jdbi.open(owning);
  }

  /** Opens a connection. */
  Handle open() {
    return Jdbi.open(plain);
  }

  /** Asks for one value. */
  <T> T value(Class<T> type, String sql, Object... arguments) {
    try (Handle handle = open()) {
      return handle.select(sql, arguments).mapTo(type).one();
    }
  }

  /** The role as which the other server reads from this one. */
  String reader() {
    return Replication.NAME + "_" + database;
  }

  /** How the other server connects, in the form of libpq. */
  String connectionString(Secret password) {
    URI uri = URI.create(address.jdbcUrl().substring(JDBC.length()));
    int colon = seen.lastIndexOf(':');
    String options =
        Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
            .filter(option -> option.startsWith("sslmode=") || option.startsWith("sslrootcert="))
            .collect(Collectors.joining(" "));
    return "host=%s port=%s dbname=%s user=%s password=%s application_name=%s keepalives_idle=15 keepalives_interval=5 connect_timeout=10 %s"
        .formatted(
            seen.substring(0, colon),
            seen.substring(colon + 1),
            uri.getPath().substring(1),
            reader(),
            password.reveal(),
            reader(),
            options)
        .strip();
  }

  @Override
  public String toString() {
    return "the %s's database %s".formatted(name, database);
  }

  @Override
  public void close() {
    plain.close();
    owning.close();
  }

  /** The URL of a connection that is the owner of the tables from its beginning. */
  String ownersUrl() {
    String url = address.jdbcUrl();
    return owner
        .map(role -> url + (url.contains("?") ? "&" : "?") + "options=-c%20role%3D" + role)
        .orElse(url);
  }

  /** Connects as the user of the address. */
  Connection connect() throws SQLException {
    return connect(address.jdbcUrl());
  }

  private Connection connect(String url) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password().current().reveal());
    properties.setProperty("ApplicationName", "touchstone-operations");
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("logServerErrorDetail", "false"); // it quotes rows
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw address.unreachable(e);
    }
  }
}
