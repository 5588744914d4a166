package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The addresses of a service's database.
 *
 * @param address of the pool; it may be a pooler's
 * @param direct of the server itself, for what a pooler in transaction mode can't do: listening,
 *     advisory locks, migrations
 * @param replica of a streaming replica, which answers reads while it keeps up
 * @param replicaPatience how long a read waits for the replica to catch up
 * @param poolSize the maximum number of connections in use at once
 * @param operatorToken admits the operator who may hold and switch the database; empty if nobody
 *     may
 */
public record DatabaseConfiguration(
    DatabaseAddress address,
    DatabaseAddress direct,
    Optional<DatabaseAddress> replica,
    Duration replicaPatience,
    int poolSize,
    Optional<Secret> operatorToken) {
  private static final String URL = "DATABASE_URL";
  private static final String DIRECT_URL = "DATABASE_DIRECT_URL";
  private static final String REPLICA_URL = "DATABASE_REPLICA_URL";
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final String OPERATOR_TOKEN = "TOUCHSTONE_OPERATOR_TOKEN";
  private static final int DEFAULT_POOL = 10;

  /**
   * Reads {@code DATABASE_URL} as {@code postgresql://user:password@host:port/database?options}
   * (the form of libpq); the password may come from {@code DATABASE_PASSWORD} or {@code
   * DATABASE_PASSWORD_FILE} instead. With {@code DATABASE_AUTHENTICATION=rds-iam} the process signs
   * in with its AWS role, in {@code AWS_REGION}. {@code DATABASE_DIRECT_URL} means that {@code
   * DATABASE_URL} leads through a pooler in transaction mode. {@code TOUCHSTONE_DATABASE_POOL} is
   * 10 by default, {@code TOUCHSTONE_REPLICA_PATIENCE} 100 ms.
   */
  public static DatabaseConfiguration from(Environment environment) {
    int pool = environment.integer("TOUCHSTONE_DATABASE_POOL", DEFAULT_POOL, 2, 200);
    Optional<String> directText = environment.optionalText(DIRECT_URL);
    PostgresUrl url = parse(environment, URL, environment.text(URL));
    SignIn signIn = SignIn.from(environment, url.password());
    DatabaseAddress address =
        signIn.address(environment, URL, directText.isPresent() ? url.throughPooler() : url);
    DatabaseAddress direct =
        directText
            .map(text -> parse(environment, DIRECT_URL, text))
            .map(parsed -> signIn.address(environment, DIRECT_URL, parsed))
            .orElse(address);
    Optional<DatabaseAddress> replica =
        environment
            .optionalText(REPLICA_URL)
            .map(text -> parse(environment, REPLICA_URL, text))
            .map(parsed -> signIn.address(environment, REPLICA_URL, parsed));
    return new DatabaseConfiguration(
        address,
        direct,
        replica,
        environment.duration("TOUCHSTONE_REPLICA_PATIENCE", PATIENCE),
        pool,
        environment.optionalLongSecret(OPERATOR_TOKEN));
  }

  /** Whether the pool's connections lead through a pooler. */
  boolean hasPooler() {
    return !direct.equals(address);
  }

  /** Returns the same addresses for a process that is set up like another one. */
  DatabaseConfiguration likeThatOf(DatabaseConfiguration other) {
    return new DatabaseConfiguration(
        address, direct, replica, other.replicaPatience, other.poolSize, other.operatorToken);
  }

  private static PostgresUrl parse(Environment environment, String setting, String text) {
    Optional<PostgresUrl> url = PostgresUrl.parse(text);
    if (url.isEmpty() && !text.isEmpty()) {
      environment.fault(
          setting + " must have the form postgresql://user:password@host:port/database.");
    }
    return url.orElse(PostgresUrl.NONE);
  }

  /** How the process signs in, the same way at every address. */
  private record SignIn(Optional<Secret> setting, Optional<Secret> ofUrl, Optional<Region> region) {
    static SignIn from(Environment environment, Optional<Secret> ofUrl) {
      Optional<Secret> setting = environment.optionalSecret("DATABASE_PASSWORD");
      String authentication = environment.text("DATABASE_AUTHENTICATION", "password");
      return switch (authentication) {
        case "password" -> new SignIn(setting, ofUrl, Optional.empty());
        case "rds-iam" -> {
          String region = environment.text("AWS_REGION");
          yield new SignIn(
              setting, ofUrl, Optional.of(Region.of(region.isEmpty() ? "unset" : region)));
        }
        default -> {
          environment.fault("DATABASE_AUTHENTICATION must be password or rds-iam.");
          yield new SignIn(setting, ofUrl, Optional.empty());
        }
      };
    }

    DatabaseAddress address(Environment environment, String name, PostgresUrl url) {
      DatabasePassword password =
          region
              .map(found -> token(environment, name, url, found))
              .orElseGet(() ->
                  DatabasePassword.of(
                      setting.or(url::password).or(() -> ofUrl).orElse(Secret.of(""))));
      return new DatabaseAddress(name, url.jdbcUrl(), url.user(), password);
    }

    private DatabasePassword token(
        Environment environment, String name, PostgresUrl url, Region found) {
      if (setting.or(url::password).isPresent()) {
        environment.fault(
            "A database password is set, but DATABASE_AUTHENTICATION=rds-iam does not use one. Remove it.");
      }
      // A token lets anyone sign in for 15 minutes, so it must reach only the right server.
      if (!url.verifiesServer()) {
        environment.fault(
            "DATABASE_AUTHENTICATION=rds-iam requires ?sslmode=verify-full (and sslrootcert) in %s."
                .formatted(name));
      }
      return new RdsToken(
          DefaultCredentialsProvider.builder().build(), found, url.host(), url.port(), url.user());
    }
  }
}
