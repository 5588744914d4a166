package dev.touchstone.usermanagement.mail;

/** A mail that the server did not take. */
final class MailFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean isPermanent;
  private final boolean isOfServer;

  private MailFailure(String message, boolean isPermanent, boolean isOfServer, Throwable cause) {
    super(message, cause);
    this.isPermanent = isPermanent;
    this.isOfServer = isOfServer;
  }

  /** The server refuses this mail, and would again. */
  static MailFailure refused(String message, Throwable cause) {
    return new MailFailure(message, true, false, cause);
  }

  /** The server can't take this mail now. */
  static MailFailure deferred(String message, Throwable cause) {
    return new MailFailure(message, false, false, cause);
  }

  /** The server can't be reached or signed in to, so that others need not be tried. */
  static MailFailure unreachable(String message, Throwable cause) {
    return new MailFailure(message, false, true, cause);
  }

  boolean isPermanent() {
    return isPermanent;
  }

  boolean isOfServer() {
    return isOfServer;
  }

  /** What administrators see: the server's words, in one line. */
  String reason() {
    String message = String.valueOf(getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    return message.length() > 300 ? message.substring(0, 300) : message;
  }
}
