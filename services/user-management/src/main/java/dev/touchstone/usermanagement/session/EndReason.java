package dev.touchstone.usermanagement.session;

import java.util.Locale;

/** Why a session ended before its time. */
public enum EndReason {
  /** Its owner signed out. */
  LOGOUT,
  /** Its owner changed the password elsewhere. */
  PASSWORD_CHANGED,
  /** Its owner ended it from another device. */
  SIGNED_OUT,
  /** A link set a new password. */
  PASSWORD_RESET,
  /** An administrator changed the owner's role; the old tokens contain the former one. */
  ROLE_CHANGED,
  /** An administrator closed the account. */
  DEACTIVATED,
  /** Its owner deleted the API token that it stands for. */
  API_TOKEN_DELETED,
  /** The second factor of its owner was removed. */
  SECOND_FACTOR_REMOVED,
  /** One of its refresh tokens was used twice: someone else has a copy. */
  TOKEN_REUSED;

  /** The name in the database. */
  String storedName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
