package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a URL in the form of libpq: {@code postgresql://user:password@host:port/db}. */
record PostgresUrl(
    String host, int port, String path, String options, String user, Optional<Secret> password) {
  /** In place of a URL that is missing or malformed. */
  static final PostgresUrl NONE =
      new PostgresUrl("", 0, "", "sslmode=verify-full", "", Optional.empty());

  private static final int DEFAULT_PORT = 5432;
  private static final Pattern VERIFIED = Pattern.compile("(^|&)sslmode=verify-full(&|$)");
  private static final Pattern PREPARING = Pattern.compile("(^|&)prepareThreshold=");

  static Optional<PostgresUrl> parse(String url) {
    try {
      URI uri = URI.create(url);
      boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (!postgres || uri.getHost() == null || uri.getRawUserInfo() == null) {
        return Optional.empty();
      }
      String[] user = uri.getRawUserInfo().split(":", 2);
      return Optional.of(
          new PostgresUrl(
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

  /**
   * Returns the URL for a pooler in transaction mode: statements that the driver prepared under a
   * name would be missing on the next server connection. An operator's own value stays.
   */
  PostgresUrl throughPooler() {
    if (PREPARING.matcher(options).find()) {
      return this;
    }
    String added = options + (options.isEmpty() ? "" : "&") + "prepareThreshold=0";
    return new PostgresUrl(host, port, path, added, user, password);
  }

  /** Whether the server must show a certificate for its name. */
  boolean verifiesServer() {
    return VERIFIED.matcher(options).find();
  }

  String jdbcUrl() {
    String query = options.isEmpty() ? "" : "?" + options;
    return "jdbc:postgresql://" + host + ":" + port + path + query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
