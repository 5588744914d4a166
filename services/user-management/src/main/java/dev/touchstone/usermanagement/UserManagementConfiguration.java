package dev.touchstone.usermanagement;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.usermanagement.factor.SecondFactorPolicy;
import dev.touchstone.usermanagement.mail.MailConfiguration;
import dev.touchstone.usermanagement.oidc.OidcConfiguration;
import dev.touchstone.usermanagement.session.SessionLifetimes;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of user management.
 *
 * @param internalToken authenticates our other services
 * @param signingSecret encrypts the signing keys in the database; without it they are lost
 * @param firstPassword of the first administrator; empty to generate one
 * @param accessTokenLifetime at most ten minutes: other services remember revocations for as long
 * @param oidc empty without an OpenID Connect provider
 */
public record UserManagementConfiguration(
    ServiceServer.Address address,
    DatabaseConfiguration database,
    Secret internalToken,
    Secret signingSecret,
    Optional<Secret> firstPassword,
    Duration accessTokenLifetime,
    SessionLifetimes sessions,
    MailConfiguration mail,
    SecondFactorPolicy secondFactor,
    Optional<OidcConfiguration> oidc) {
  private static final int PORT = 5001;
  private static final int ADMIN_PORT = 9001;

  /** Longer than what users must choose: it opens everything, and a program sets it. */
  private static final int SHORTEST_PASSWORD = 16;

  private static final Duration IDLE = Duration.ofDays(14);
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Reads the settings that {@code services/user-management/README.md} lists. */
  public static UserManagementConfiguration from(Environment environment) {
    Duration access =
        environment.duration("TOUCHSTONE_ACCESS_TOKEN_LIFETIME", SessionLifetimes.LONGEST_ACCESS);
    if (access.compareTo(SessionLifetimes.LONGEST_ACCESS) > 0 || access.toSeconds() < 1) {
      environment.fault("TOUCHSTONE_ACCESS_TOKEN_LIFETIME is not between 1s and 10m.");
    }
    return new UserManagementConfiguration(
        new ServiceServer.Address(
            environment.text("TOUCHSTONE_HOST", "0.0.0.0"),
            environment.integer("TOUCHSTONE_PORT", PORT, 0, 65_535),
            environment.integer("TOUCHSTONE_ADMIN_PORT", ADMIN_PORT, 0, 65_535)),
        DatabaseConfiguration.from(environment),
        environment.secret("TOUCHSTONE_INTERNAL_TOKEN"),
        environment.secret("TOUCHSTONE_SIGNING_SECRET"),
        firstPassword(environment),
        access,
        new SessionLifetimes(
            environment.duration("TOUCHSTONE_SESSION_IDLE", IDLE),
            environment.duration("TOUCHSTONE_SESSION_LONGEST", LONGEST),
            environment.duration("TOUCHSTONE_REFRESH_GRACE", GRACE)),
        MailConfiguration.from(environment),
        SecondFactorPolicy.from(environment),
        OidcConfiguration.from(environment));
  }

  private static Optional<Secret> firstPassword(Environment environment) {
    Optional<Secret> password =
        environment.optionalSecret("TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD");
    if (password.isPresent() && password.get().reveal().length() < SHORTEST_PASSWORD) {
      environment.fault(
          "TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD is shorter than "
              + SHORTEST_PASSWORD
              + " characters.");
    }
    return password;
  }
}
