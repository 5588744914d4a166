package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The address of a service's database and how to sign in to it.
 *
 * @param jdbcUrl without credentials
 * @param poolSize the maximum number of connections in use at once
 */
public record DatabaseConfiguration(
    String jdbcUrl, String user, DatabasePassword password, int poolSize) {
  private static final int DEFAULT_POOL = 10;
  private static final int DEFAULT_PORT = 5432;
  private static final Pattern VERIFIED = Pattern.compile("(^|&)sslmode=verify-full(&|$)");

  /**
   * Reads {@code DATABASE_URL} as {@code postgresql://user:password@host:port/database?options}
   * (the form of libpq); the password may come from {@code DATABASE_PASSWORD} or {@code
   * DATABASE_PASSWORD_FILE} instead. With {@code DATABASE_AUTHENTICATION=rds-iam} the process signs
   * in with its AWS role, in {@code AWS_REGION}. {@code TOUCHSTONE_DATABASE_POOL} is 10 by default.
   */
  public static DatabaseConfiguration from(Environment environment) {
    int pool = environment.integer("TOUCHSTONE_DATABASE_POOL", DEFAULT_POOL, 2, 200);
    Optional<Secret> password = environment.optionalSecret("DATABASE_PASSWORD");
    String text = environment.text("DATABASE_URL");
    String authentication = environment.text("DATABASE_AUTHENTICATION", "password");
    Optional<Address> address = Address.parse(text);
    if (address.isEmpty() && !text.isEmpty()) {
      environment.fault(
          "DATABASE_URL must have the form postgresql://user:password@host:port/database.");
    }
    Address found = address.orElse(Address.NONE);
    DatabasePassword means =
        switch (authentication) {
          case "password" ->
              DatabasePassword.of(password.or(found::password).orElse(Secret.of("")));
          case "rds-iam" -> token(environment, found, password.or(found::password).isPresent());
          default -> {
            environment.fault("DATABASE_AUTHENTICATION must be password or rds-iam.");
            yield DatabasePassword.of(Secret.of(""));
          }
        };
    return new DatabaseConfiguration(found.jdbcUrl(), found.user(), means, pool);
  }

  /** The error to report when no connection can be opened, with the driver's reason. */
  public ConfigurationException unreachable(Exception failure) {
    return new ConfigurationException(
        "The database %s can't be reached as user %s: %s Check DATABASE_URL and that the server is running."
            .formatted(jdbcUrl, user, reason(failure)));
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

  private static DatabasePassword token(
      Environment environment, Address address, boolean hasPassword) {
    String region = environment.text("AWS_REGION");
    if (hasPassword) {
      environment.fault(
          "A database password is set, but DATABASE_AUTHENTICATION=rds-iam does not use one. Remove it.");
    }
    // A token lets anyone sign in for 15 minutes, so it must reach only the right server.
    if (!VERIFIED.matcher(address.options()).find()) {
      environment.fault(
          "DATABASE_AUTHENTICATION=rds-iam requires ?sslmode=verify-full (and sslrootcert) in DATABASE_URL.");
    }
    return new RdsToken(
        DefaultCredentialsProvider.builder().build(),
        Region.of(region.isEmpty() ? "unset" : region),
        address.host(),
        address.port(),
        address.user());
  }

  /** The parts of a libpq URL. */
  private record Address(
      String host, int port, String path, String options, String user, Optional<Secret> password) {
    static final Address NONE = new Address("", 0, "", "sslmode=verify-full", "", Optional.empty());

    static Optional<Address> parse(String url) {
      try {
        URI uri = URI.create(url);
        boolean postgres =
            "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!postgres || uri.getHost() == null || uri.getRawUserInfo() == null) {
          return Optional.empty();
        }
        String[] user = uri.getRawUserInfo().split(":", 2);
        return Optional.of(
            new Address(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                decode(user[0]),
                user.length == 2 ? Optional.of(Secret.of(decode(user[1]))) : Optional.empty()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    String jdbcUrl() {
      String query = options.isEmpty() ? "" : "?" + options;
      return "jdbc:postgresql://" + host + ":" + port + path + query;
    }

    private static String decode(String text) {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }
}
