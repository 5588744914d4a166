package dev.touchstone.platformdata.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.touchstone.platform.config.ConfigurationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a database is and how to sign in to it.
 *
 * @param setting the name of the setting that contains the address
 * @param jdbcUrl without credentials
 */
public record DatabaseAddress(
    String setting, String jdbcUrl, String user, DatabasePassword password) {
  private static final Logger log = LoggerFactory.getLogger(DatabaseAddress.class);

  /**
   * Whether the driver's messages quote the row that was refused. It holds what people wrote, and
   * messages end in the log.
   */
  private static final String ERROR_DETAIL = "logServerErrorDetail";

  private static final String APPLICATION = "touchstone";

  /** In seconds; a server that drops packets would otherwise block the caller for minutes. */
  private static final String CONNECT_TIMEOUT = "5";

  /** Returns the same address with another password. */
  public DatabaseAddress withPassword(DatabasePassword other) {
    return new DatabaseAddress(setting, jdbcUrl, user, other);
  }

  /** Returns the address of another database of the same server. */
  public DatabaseAddress ofDatabase(String name) {
    return new DatabaseAddress(
        setting, jdbcUrl.replaceFirst("(//[^/]*/)[^?]*", "$1" + name), user, password);
  }

  /**
   * The address for PostgreSQL's own programs, without credentials; of the options only those of
   * TLS, since the driver has others.
   */
  public String libpqUrl() {
    String[] parts = jdbcUrl.substring("jdbc:".length()).split("\\?", 2);
    String options =
        Arrays.stream(parts.length == 2 ? parts[1].split("&") : new String[0])
            .filter(option -> option.startsWith("sslmode=") || option.startsWith("sslrootcert="))
            .collect(Collectors.joining("&"));
    return parts[0] + (options.isEmpty() ? "" : "?" + options);
  }

  /**
   * Opens a pool. It connects later, and fails nobody but its borrowers.
   *
   * @param timeout how long a borrower waits for a connection
   * @param answerSeconds how long the server may take to answer, 0 for any time
   */
  HikariDataSource pool(int size, Duration timeout, int answerSeconds) {
    password.current(); // fails with the reason if there is none
    HikariConfig pool = new HikariConfig();
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", APPLICATION);
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty(ERROR_DETAIL, "false");
    properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
    properties.setProperty("loginTimeout", Long.toString(Math.max(1, timeout.toSeconds())));
    pool.setDataSource(attempts(properties));
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(timeout.toMillis());
    pool.setInitializationFailTimeout(-1); // whoever needs it at once checks and reports it
    return new HikariDataSource(pool);
  }

  /** Opens a connection that belongs to no pool. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", APPLICATION);
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT);
    properties.setProperty("tcpKeepAlive", "true"); // it may be idle for long
    properties.setProperty(ERROR_DETAIL, "false");
    return attempts(properties).getConnection();
  }

  /** Connections as our user, with these properties of the driver and every accepted password. */
  private PasswordAttempts attempts(Properties properties) {
    return new PasswordAttempts(
        password,
        value -> {
          Properties all = new Properties();
          all.putAll(properties);
          all.setProperty("user", user);
          all.setProperty("password", value);
          return DriverManager.getConnection(jdbcUrl, all);
        });
  }

  /**
   * Connects once.
   *
   * @throws ConfigurationException if that fails
   */
  void requireReachable() {
    try (Connection _ = connect()) {
      log.debug("{} is reachable", jdbcUrl);
    } catch (SQLException e) {
      log.debug("No connection to {}", jdbcUrl, e);
      throw unreachable(e);
    }
  }

  /** The address as an operator knows it, without options and credentials. */
  String shown() {
    return jdbcUrl.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
  }

  /** The error to report when no connection can be opened, with the driver's reason. */
  public ConfigurationException unreachable(Exception failure) {
    return new ConfigurationException(
        "The database %s can't be reached as user %s: %s Check %s and that the server is running."
            .formatted(jdbcUrl, user, reason(failure), setting));
  }

  /** The driver's message in one line. */
  private static String reason(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() instanceof SQLException deeper) {
      cause = deeper;
    }
    String text = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    return text.endsWith(".") ? text : text + ".";
  }
}
