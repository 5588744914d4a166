package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;

/** What a user of the database signs in with. Asked for each new connection; thread-safe. */
@FunctionalInterface
public interface DatabasePassword {
  /**
   * The password of this moment.
   *
   * @throws ConfigurationException if there is none; it tells an operator why
   */
  Secret current();

  /** One that stays the same. */
  static DatabasePassword of(Secret secret) {
    return () -> secret;
  }
}
