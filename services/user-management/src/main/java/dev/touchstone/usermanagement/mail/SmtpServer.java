package dev.touchstone.usermanagement.mail;

import dev.touchstone.platform.config.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes mail.
 *
 * @param protocol {@code smtp}, or {@code smtps} for TLS from the start
 * @param user empty to send without signing in
 */
record SmtpServer(
    String protocol, String host, int port, StartTls startTls, String user, Secret password) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_TLS = 465;

  /** Long enough for servers that check a sender first (RFC 5321, 4.5.3.2 allows minutes). */
  private static final String TIMEOUT_MILLIS = "30000";

  private static final String CONNECT_TIMEOUT_MILLIS = "10000";

  /** Whether a connection that begins in plain text must change to TLS (RFC 3207). */
  enum StartTls {
    REQUIRED,
    OPTIONAL,
    OFF
  }

  /** Reads an address; empty if it is malformed. */
  static Optional<SmtpServer> parse(Secret url) {
    try {
      URI uri = URI.create(url.reveal());
      String protocol = uri.getScheme();
      String host = uri.getHost();
      boolean isSmtp = "smtp".equals(protocol) || "smtps".equals(protocol);
      boolean hasPath = uri.getRawPath() != null && uri.getRawPath().length() > 1;
      if (!isSmtp || host == null || hasPath) {
        return Optional.empty();
      }
      String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
      int usual = "smtps".equals(protocol) ? SUBMISSION_TLS : SUBMISSION;
      return Optional.of(
          new SmtpServer(
              protocol,
              host,
              uri.getPort() < 0 ? usual : uri.getPort(),
              startTls(uri.getQuery(), host),
              decoded(user[0]),
              Secret.of(user.length == 2 ? decoded(user[1]) : "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The settings of a session of Jakarta Mail. */
  Properties properties() {
    Properties properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", CONNECT_TIMEOUT_MILLIS);
    properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    properties.setProperty(prefix + "auth", Boolean.toString(!user.isEmpty()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls != StartTls.OFF));
    properties.setProperty(
        prefix + "starttls.required",
        Boolean.toString(protocol.equals("smtp") && startTls == StartTls.REQUIRED));
    return properties;
  }

  private static StartTls startTls(@Nullable String query, String host) {
    if (query == null) {
      return isLoopback(host) ? StartTls.OPTIONAL : StartTls.REQUIRED;
    }
    if (!query.startsWith("starttls=")) {
      throw new IllegalArgumentException("unknown option");
    }
    return StartTls.valueOf(query.substring("starttls=".length()).toUpperCase(Locale.ROOT));
  }

  private static boolean isLoopback(String host) {
    String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(literal).isLoopbackAddress();
    } catch (IllegalArgumentException e) { // a name, which would have to be looked up
      return false;
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
