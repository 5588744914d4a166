package dev.touchstone.usermanagement.mail;

import java.util.Locale;

/** What a mail is about; its texts are in {@code texts_en.properties} and so on, by this name. */
public enum MailKind {
  /** Asks a new user to confirm the address. */
  VERIFY_ADDRESS(true),
  /** Asks a user to confirm the address that is to replace the present one. */
  VERIFY_NEW_ADDRESS(true),
  /** Reports to the owner of an address that somebody named it for another account. */
  ADDRESS_IN_USE(true),
  /** Reports to the former address that another one has replaced it. */
  ADDRESS_CHANGED(false),
  /** Contains the link for a new password. */
  RESET_PASSWORD(true),
  /** Reports that the password was changed. */
  PASSWORD_CHANGED(false),
  /** Reports that a passkey was added. */
  PASSKEY_ADDED(false),
  /** Contains the link with which the owner of a new account chooses a password. */
  ACCOUNT_CREATED(false),
  /** Invites somebody to register. */
  INVITATION(false);

  private final boolean isFromStrangers;

  MailKind(boolean isFromStrangers) {
    this.isFromStrangers = isFromStrangers;
  }

  /** Whether people without an account can cause it, so that its number is limited. */
  boolean isFromStrangers() {
    return isFromStrangers;
  }

  /** The name in the database and in the files of texts. */
  String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
