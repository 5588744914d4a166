package dev.touchstone.usermanagement;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.touchstone.testing.Await;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An SMTP server of the tests, and what it has received. */
final class MailBox implements AutoCloseable {
  static final String PUBLIC_URL = "https://code.school.example";

  private final GreenMail server;

  private MailBox(GreenMail server) {
    this.server = server;
  }

  static MailBox start() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return new MailBox(server);
  }

  /** The settings of a service that sends its mail here. */
  Map<String, String> settings() {
    return Map.of(
        "SMTP_URL", "smtp://127.0.0.1:" + server.getSmtp().getPort(), "PUBLIC_URL", PUBLIC_URL);
  }

  /** A received mail. */
  record Mail(String recipient, String subject, String plain, String html, String messageId) {
    /** The token of the link in it. */
    String token() {
      return plain
          .lines()
          .filter(line -> line.startsWith(PUBLIC_URL))
          .map(line -> line.substring(line.indexOf("#token=") + "#token=".length()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** All mails to an address, oldest first. */
  List<Mail> to(String address) {
    return Stream.of(server.getReceivedMessages())
        .map(MailBox::read)
        .filter(mail -> mail.recipient().equals(address))
        .toList();
  }

  /** Waits for a mail to an address whose subject contains the given words. */
  Mail await(RunningService service, String address, String subject) {
    return Await.value(
        "a mail '" + subject + "' to " + address,
        () -> {
          service.service.sendMail();
          Optional<Mail> found =
              to(address).stream().filter(mail -> mail.subject().contains(subject)).findFirst();
          return found;
        });
  }

  private static Mail read(MimeMessage message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return new Mail(
          message.getAllRecipients()[0].toString(),
          message.getSubject(),
          ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
          ((String) parts.getBodyPart(1).getContent()).replace("\r\n", "\n"),
          message.getMessageID());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
