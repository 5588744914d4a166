package dev.touchstone.usermanagement.mail;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.usermanagement.user.EmailAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * How mail is sent.
 *
 * @param smtp empty if no mail is sent
 * @param publicUrl where people reach the web app; empty if unknown, which makes links relative
 * @param from the address of the sender
 * @param developmentKey opens the page of the mails that wait while there is no server; empty if
 *     there is no such page
 */
public record MailConfiguration(
    Optional<SmtpServer> smtp, String publicUrl, String from, Optional<Secret> developmentKey) {
  /** It opens every account that gets a link. */
  private static final int SHORTEST_KEY = 32;

  private static final String NO_DOMAIN = "touchstone.invalid";

  /** Reads {@code SMTP_URL}, {@code PUBLIC_URL} and {@code MAIL_FROM}. */
  public static MailConfiguration from(Environment environment) {
    Optional<URI> publicUrl = environment.optionalUri("PUBLIC_URL");
    Optional<SmtpServer> smtp =
        environment.optionalSecret("SMTP_URL").flatMap(url -> server(environment, url));
    Optional<Secret> key = environment.optionalSecret("TOUCHSTONE_DEVELOPMENT_MAIL_KEY");
    if (key.isPresent() && key.get().reveal().length() < SHORTEST_KEY) {
      environment.fault(
          "TOUCHSTONE_DEVELOPMENT_MAIL_KEY is shorter than " + SHORTEST_KEY + " characters.");
    }
    if (smtp.isPresent() && publicUrl.isEmpty()) {
      environment.fault(
          "PUBLIC_URL is not set; mails contain links, so SMTP_URL requires it (such as https://code.school.example).");
    }
    String host = publicUrl.map(URI::getHost).orElse(NO_DOMAIN);
    String from = environment.text("MAIL_FROM", "no-reply@" + mailDomain(host));
    if (!EmailAddress.isValid(from.toLowerCase(Locale.ROOT))) {
      environment.fault("MAIL_FROM is not an email address.");
    }
    return new MailConfiguration(
        smtp, publicUrl.map(URI::toString).orElse(""), from, key.filter(_ -> smtp.isEmpty()));
  }

  /** The domain of the sender. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  private static Optional<SmtpServer> server(Environment environment, Secret url) {
    Optional<SmtpServer> server = SmtpServer.parse(url);
    if (server.isEmpty()) {
      environment.fault(
          "SMTP_URL must have the form smtp://user:password@host:port or smtps://…, with ?starttls=required, optional or off for smtp.");
    }
    return server;
  }

  /** A name such as localhost is no domain of a mail address. */
  private static String mailDomain(String host) {
    return EmailAddress.isValid("no-reply@" + host) ? host : NO_DOMAIN;
  }
}
