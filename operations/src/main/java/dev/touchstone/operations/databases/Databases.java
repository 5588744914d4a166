package dev.touchstone.operations.databases;

import dev.touchstone.platform.config.ConfigurationException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the databases of the services and their roles. What is there, stays: it may run again at
 * any time, after a crash in its middle, and beside another, for which it waits. The tables are
 * made by the services themselves.
 */
final class Databases {
  /** Each service owns the database of its name, and signs in as the role of that name. */
  static final List<String> SERVICES = List.of("auth", "exercises", "scores");

  /** For operators and their jobs: dumps, restores, a look from the bastion. */
  static final String OPERATOR = "operator";

  /** Whoever is a member of this role of RDS signs in with a token of AWS, and not otherwise. */
  private static final String RDS_IAM = "rds_iam";

  /** A lock of our own choice among those of the server: "touchsto" in ASCII. */
  private static final long LOCK = 0x746f75636873746fL;

  private static final String ALL = String.join(", ", SERVICES);

  private final Jdbi jdbi;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param jdbi signs in as a role that may make roles and databases; it need not be a superuser
   * @param progress is told of each step
   */
  Databases(Jdbi jdbi, Consumer<String> progress) {
    this.jdbi = jdbi;
    this.progress = progress;
  }

  /**
   * Makes what is not there.
   *
   * @throws ConfigurationException if a database of a service's name belongs to somebody else
   */
  void make() {
    jdbi.useHandle(handle -> {
      handle.execute("SELECT pg_advisory_lock(?)", LOCK);
      SERVICES.forEach(role -> makeRole(handle, role));
      makeRole(handle, OPERATOR);
      boolean tokens = roleExists(handle, RDS_IAM);
      if (tokens) {
        handle.execute("GRANT " + RDS_IAM + " TO " + ALL + ", " + OPERATOR);
      }
      handle.execute("GRANT " + ALL + " TO " + OPERATOR);
      makeDatabases(handle);
      progress.accept(
          tokens
              ? "The roles sign in with tokens of AWS."
              : "This server is not of RDS: a role without a password can't sign in. Give each one with ALTER ROLE … PASSWORD.");
    });
  }

  /** Only a member of a role may make a database that it owns. We are members for that moment. */
  private void makeDatabases(Handle handle) {
    handle.execute("GRANT " + ALL + " TO CURRENT_USER");
    try {
      SERVICES.forEach(service -> makeDatabase(handle, service));
    } finally {
      handle.execute("REVOKE " + ALL + " FROM CURRENT_USER");
    }
  }

  private void makeRole(Handle handle, String role) {
    if (roleExists(handle, role)) {
      progress.accept("role " + role + ": is there");
      return;
    }
    handle.execute("CREATE ROLE " + role + " LOGIN");
    progress.accept("role " + role + ": made");
  }

  private void makeDatabase(Handle handle, String service) {
    String owner =
        handle
            .select("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ?", service)
            .mapTo(String.class)
            .findOne()
            .orElse("");
    if (owner.isEmpty()) {
      handle.execute("CREATE DATABASE " + service + " OWNER " + service);
    } else if (!owner.equals(service)) {
      throw new ConfigurationException(
          "The database %s belongs to the role %s. If it is Touchstone's: ALTER DATABASE %s OWNER TO %s; otherwise take another server."
              .formatted(service, owner, service, service));
    }
    // PostgreSQL lets every role connect to every database: here each service finds only its own.
    handle.execute("REVOKE ALL ON DATABASE " + service + " FROM PUBLIC");
    progress.accept("database " + service + ": " + (owner.isEmpty() ? "made" : "is there"));
  }

  private static boolean roleExists(Handle handle, String role) {
    return handle
        .select("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role)
        .mapTo(Boolean.class)
        .one();
  }
}
