package dev.touchstone.operations.databases;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Creates the services' databases and roles. It keeps what exists, so it may run again at any time,
 * after a crash halfway, or beside another run, for which it waits. The services create the tables.
 */
public final class Databases {
  /** Each service owns the database of its name, and signs in as the role of that name. */
  public static final List<String> SERVICES = List.of("auth", "exercises", "scores");

  /** For operators and their jobs: dumps, restores, queries from the bastion. */
  static final String OPERATOR = "operator";

  /** Members of this RDS role sign in with an AWS token, and in no other way. */
  private static final String RDS_IAM = "rds_iam";

  /** An advisory lock of the server: "touchsto" in ASCII. */
  private static final long LOCK = 0x746f75636873746fL;

  /** The roles of all services, with commas. */
  public static final String ALL = String.join(", ", SERVICES);

  /** In seconds; a server that drops packets would otherwise block the caller for minutes. */
  private static final String CONNECT_TIMEOUT = "10";

  private final Jdbi jdbi;
  private final Map<String, Secret> passwords;
  private final Consumer<String> progress;

  /**
   * Prepares for {@link #make}.
   *
   * @param jdbi signs in as a role that may create roles and databases; it need not be a superuser
   * @param passwords of services' roles; the others keep theirs, or have none
   * @param progress receives a line for each step
   */
  Databases(Jdbi jdbi, Map<String, Secret> passwords, Consumer<String> progress) {
    this.jdbi = jdbi;
    this.passwords = Map.copyOf(passwords);
    this.progress = progress;
  }

  /** Prepares for {@link #make} without passwords: roles keep theirs, or have none. */
  public Databases(Jdbi jdbi, Consumer<String> progress) {
    this(jdbi, Map.of(), progress);
  }

  /**
   * Creates what is missing.
   *
   * @throws ConfigurationException if a database of a service's name belongs to another role
   */
  public void make() {
    jdbi.useHandle(handle -> {
      handle.execute("SELECT pg_advisory_lock(?)", LOCK);
      SERVICES.forEach(role -> makeRole(handle, role));
      makeRole(handle, OPERATOR);
      boolean tokens = roleExists(handle, RDS_IAM);
      if (tokens) {
        handle.execute("GRANT " + RDS_IAM + " TO " + ALL + ", " + OPERATOR);
      }
      handle.execute("GRANT " + ALL + " TO " + OPERATOR);
      asMember(handle, () -> SERVICES.forEach(service -> makeDatabase(handle, service)));
      passwords.forEach((role, password) -> setPassword(handle, role, password));
      if (tokens) {
        progress.accept("The roles sign in with AWS tokens.");
      } else if (!passwords.keySet().containsAll(SERVICES)) {
        progress.accept(
            "This server is not on RDS, so a role without a password cannot sign in. Set one for each with ALTER ROLE … PASSWORD.");
      }
    });
  }

  /** The driver sends only its hash, so that no log of the server can contain the password. */
  private void setPassword(Handle handle, String role, Secret password) {
    try {
      PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
      connection.alterUserPassword(role, password.reveal().toCharArray(), null);
    } catch (SQLException e) {
      throw new ConfigurationException(
          "The password of the role %s can't be set: %s".formatted(role, e.getMessage()));
    }
    progress.accept("role " + role + ": password set");
  }

  /**
   * Makes the services' roles and becomes a member of each while some work is done, so that it may
   * create databases that they own, and fill them.
   */
  public void asOwners(Consumer<Handle> work) {
    jdbi.useHandle(handle -> {
      handle.execute("SELECT pg_advisory_lock(?)", LOCK);
      SERVICES.forEach(role -> makeRole(handle, role));
      asMember(handle, () -> work.accept(handle));
    });
  }

  /** Creates a database that only its owner may enter. */
  public static void create(Handle handle, String database, String owner) {
    handle.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
    close(handle, database);
  }

  /**
   * By default every role may connect to every database. Here each service reaches only its own.
   */
  private static void close(Handle handle, String database) {
    handle.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
  }

  private static void asMember(Handle handle, Runnable work) {
    handle.execute("GRANT " + ALL + " TO CURRENT_USER");
    try {
      work.run();
    } finally {
      handle.execute("REVOKE " + ALL + " FROM CURRENT_USER");
    }
  }

  /**
   * Connects to a database.
   *
   * @throws ConfigurationException if that fails
   */
  public static Connection connect(DatabaseAddress address) {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password().current().reveal());
    properties.setProperty("ApplicationName", "touchstone-operations");
    properties.setProperty("loginTimeout", CONNECT_TIMEOUT);
    properties.setProperty("tcpKeepAlive", "true"); // it may be idle for long
    properties.setProperty("logServerErrorDetail", "false"); // it quotes rows
    try {
      return DriverManager.getConnection(address.jdbcUrl(), properties);
    } catch (SQLException e) {
      throw address.unreachable(e);
    }
  }

  private void makeRole(Handle handle, String role) {
    if (roleExists(handle, role)) {
      progress.accept("role " + role + ": exists");
      return;
    }
    handle.execute("CREATE ROLE " + role + " LOGIN");
    progress.accept("role " + role + ": created");
  }

  private void makeDatabase(Handle handle, String service) {
    String owner =
        handle
            .select("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ?", service)
            .mapTo(String.class)
            .findOne()
            .orElse("");
    if (owner.isEmpty()) {
      create(handle, service, service);
    } else if (!owner.equals(service)) {
      throw new ConfigurationException(
          "The database %s belongs to the role %s. If it is Touchstone's: ALTER DATABASE %s OWNER TO %s; otherwise use another server."
              .formatted(service, owner, service, service));
    }
    close(handle, service);
    progress.accept("database " + service + ": " + (owner.isEmpty() ? "created" : "exists"));
  }

  private static boolean roleExists(Handle handle, String role) {
    return handle
        .select("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role)
        .mapTo(Boolean.class)
        .one();
  }
}
