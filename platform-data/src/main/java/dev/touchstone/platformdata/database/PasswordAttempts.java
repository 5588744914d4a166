package dev.touchstone.platformdata.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections with the first password that the server accepts: while a password is rotated
 * there are two, and the server changes from one to the other at any moment. Thread-safe.
 */
final class PasswordAttempts implements DataSource {
  /** PostgreSQL's code of a wrong password. */
  private static final String WRONG_PASSWORD = "28P01";

  private final DatabasePassword password;
  private final Opener opener;
  private volatile int loginSeconds;

  /** Opens a connection with one password. */
  @FunctionalInterface
  interface Opener {
    /** Connects, or fails as the server says. */
    Connection open(String password) throws SQLException;
  }

  PasswordAttempts(DatabasePassword password, Opener opener) {
    this.password = password;
    this.opener = opener;
  }

  @Override
  public Connection getConnection() throws SQLException {
    SQLException refusal = new SQLException("There is no password.", WRONG_PASSWORD);
    for (String value : password.current().accepted()) {
      try {
        return opener.open(value);
      } catch (SQLException e) {
        if (!WRONG_PASSWORD.equals(e.getSQLState())) {
          throw e;
        }
        refusal = e;
      }
    }
    throw refusal;
  }

  @Override
  public Connection getConnection(String user, String ignored) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("It logs nothing.");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginSeconds = seconds; // the pool's; the opener's properties have one
  }

  @Override
  public int getLoginTimeout() {
    return loginSeconds;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("It logs nothing.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("It wraps nothing.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
