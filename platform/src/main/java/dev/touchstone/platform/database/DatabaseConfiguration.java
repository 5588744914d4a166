package dev.touchstone.platform.database;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a service's database is.
 *
 * @param jdbcUrl without credentials
 * @param poolSize the most connections in use at once
 */
public record DatabaseConfiguration(String jdbcUrl, String user, Secret password, int poolSize) {
  private static final int DEFAULT_POOL = 10;

  /**
   * Reads {@code DATABASE_URL} as {@code postgresql://user:password@host:port/database?options}
   * (the form of libpq); the password may come from {@code DATABASE_PASSWORD} or {@code
   * DATABASE_PASSWORD_FILE} instead. {@code TOUCHSTONE_DATABASE_POOL} is 10 by default.
   */
  public static DatabaseConfiguration from(Environment environment) {
    int pool = environment.integer("TOUCHSTONE_DATABASE_POOL", DEFAULT_POOL, 2, 200);
    Optional<Secret> password = environment.optionalSecret("DATABASE_PASSWORD");
    String url = environment.text("DATABASE_URL");
    return parse(url, password, pool)
        .orElseGet(() -> {
          environment.fault(
              "DATABASE_URL is not of the form postgresql://user:password@host:port/database.");
          return new DatabaseConfiguration("", "", Secret.of(""), pool);
        });
  }

  private static Optional<DatabaseConfiguration> parse(
      String url, Optional<Secret> password, int pool) {
    try {
      URI uri = URI.create(url);
      boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (!postgres || uri.getHost() == null || uri.getRawUserInfo() == null) {
        return Optional.empty();
      }
      String[] user = uri.getRawUserInfo().split(":", 2);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String inUrl = user.length == 2 ? decode(user[1]) : "";
      return Optional.of(
          new DatabaseConfiguration(
              "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
              decode(user[0]),
              password.orElseGet(() -> Secret.of(inUrl)),
              pool));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
