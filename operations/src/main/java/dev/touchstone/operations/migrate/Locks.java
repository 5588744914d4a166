package dev.touchstone.operations.migrate;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Locks of tables that others use. */
final class Locks {
  /** PostgreSQL's lock_not_available. */
  private static final String NOT_AVAILABLE = "55P03";

  private static final int ATTEMPTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Locks() {}

  /**
   * Changes a table that is in use: whoever waits for a lock holds up all who come later, so each
   * attempt waits only for a moment.
   */
  static void patiently(Handle handle, String sql) {
    handle.execute("SET lock_timeout = '200ms'");
    for (int attempt = 1; ; attempt++) {
      try {
        handle.execute(sql);
        handle.execute("RESET lock_timeout");
        return;
      } catch (JdbiException e) {
        if (attempt == ATTEMPTS
            || !(e.getCause() instanceof SQLException cause)
            || !NOT_AVAILABLE.equals(cause.getSQLState())) {
          throw e;
        }
        Waiting.pause(PAUSE);
      }
    }
  }
}
