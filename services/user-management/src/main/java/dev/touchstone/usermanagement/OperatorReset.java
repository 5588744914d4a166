package dev.touchstone.usermanagement;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.usermanagement.administration.ReadablePassword;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Gives an account a new password at the operator's request, beside a running service or not. */
public final class OperatorReset {
  private OperatorReset() {}

  /** The account and its new password, to show once. */
  public record Result(String username, Secret password) {}

  /**
   * Sets a generated password and ends the sessions of the account.
   *
   * @param databaseUrl in the form of {@code DATABASE_URL}
   * @param login user name or email address
   * @throws ConfigurationException if there is no such account, or it is closed
   */
  public static Result run(String databaseUrl, String login) {
    Environment environment = Environment.of(Map.of("DATABASE_URL", databaseUrl));
    DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
    environment.finish();
    try (Database database = Database.open(configuration, "db/user-management")) {
      return run(database.jdbi(), login);
    }
  }

  private static Result run(Jdbi jdbi, String login) {
    Clock clock = Clock.systemUTC();
    UserStore users = new UserStore(jdbi);
    Secret password = ReadablePassword.generate();
    String hash = new PasswordHasher().hash(password.reveal());
    return jdbi.inTransaction(handle -> {
      User user =
          users
              .lockByLogin(handle, login)
              .orElseThrow(() ->
                  new ConfigurationException("There is no account with the name " + login + "."));
      if (!user.isActive()) {
        throw new ConfigurationException(
            "The account %s is closed. An administrator must reopen it.".formatted(login));
      }
      users.setPassword(handle, user.id(), hash, clock.instant());
      new RevocationStore(jdbi)
          .endAll(handle, user.id(), "", EndReason.PASSWORD_RESET, clock.instant());
      new AuditLog(jdbi, clock)
          .add(handle, AuditEvent.ofUser("password.reset", user.id()).with("by", "operator"));
      return new Result(user.username(), password);
    });
  }
}
