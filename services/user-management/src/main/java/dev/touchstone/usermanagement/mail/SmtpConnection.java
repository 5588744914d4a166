package dev.touchstone.usermanagement.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** A connection to an SMTP server. Not thread-safe. */
final class SmtpConnection implements AutoCloseable {
  private static final String NAME = "Touchstone";

  /** From here on a server's answer is final (RFC 5321, 4.2.1). */
  private static final int FIRST_PERMANENT = 500;

  private final Session session;
  private final Transport transport;
  private final String from;

  private SmtpConnection(Session session, Transport transport, String from) {
    this.session = session;
    this.transport = transport;
    this.from = from;
  }

  static SmtpConnection open(SmtpServer server, String from) throws MailFailure {
    Session session = Session.getInstance(server.properties());
    try {
      Transport transport = session.getTransport(server.protocol());
      transport.connect(
          server.host(),
          server.port(),
          server.user().isEmpty() ? null : server.user(),
          server.user().isEmpty() ? null : server.password().reveal());
      return new SmtpConnection(session, transport, from);
    } catch (MessagingException e) {
      throw MailFailure.unreachable(message(e), e);
    }
  }

  void send(MailStore.Due mail) throws MailFailure {
    try {
      MimeMessage message = message(mail, recipient(mail));
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      throw isPermanent(e)
          ? MailFailure.refused(message(e), e)
          : transport.isConnected()
              ? MailFailure.deferred(message(e), e)
              : MailFailure.unreachable(message(e), e);
    } catch (MessagingException e) {
      throw MailFailure.unreachable(message(e), e);
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The server ends it.
    }
  }

  /** Stricter than browsers, whose rules accept an address such as a..b@example.org. */
  private static Address recipient(MailStore.Due mail) throws MailFailure {
    try {
      return new InternetAddress(mail.recipient(), true);
    } catch (AddressException e) {
      throw MailFailure.refused(message(e), e);
    }
  }

  private MimeMessage message(MailStore.Due mail, Address recipient) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          // The one of the row, not a new one for each attempt.
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", mail.messageId());
          }
        };
    message.setFrom(sender());
    message.setRecipient(Message.RecipientType.TO, recipient);
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(mail.createdAt()));
    // No answers of absent people's programs (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(mail.plain(), StandardCharsets.UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", plain, html));
    message.saveChanges();
    return message;
  }

  private InternetAddress sender() throws MessagingException {
    InternetAddress sender = new InternetAddress(from, true);
    try {
      sender.setPersonal(NAME, StandardCharsets.UTF_8.name());
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException("Every JDK has UTF-8.", e);
    }
    return sender;
  }

  private static boolean isPermanent(SendFailedException failure) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      int code =
          switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
      if (code >= FIRST_PERMANENT) {
        return true;
      }
    }
    return false;
  }

  private static String message(MessagingException e) {
    Exception next = e.getNextException();
    return next == null || next.getMessage() == null
        ? String.valueOf(e.getMessage())
        : e.getMessage() + ": " + next.getMessage();
  }
}
