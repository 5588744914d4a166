package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;

/** The password of a database user, read for each new connection. Thread-safe. */
@FunctionalInterface
public interface DatabasePassword {
  /**
   * Returns the current password.
   *
   * @throws ConfigurationException if there is none; its message gives the reason
   */
  Secret current();

  /** Returns a password that never changes. */
  static DatabasePassword of(Secret secret) {
    return () -> secret;
  }
}
