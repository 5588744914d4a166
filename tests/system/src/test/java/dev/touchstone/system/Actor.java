package dev.touchstone.system;

/** Who calls, in {@link AuthorizationMatrixTest}. All but the last four can do what they may. */
enum Actor {
  ANONYMOUS,
  /** Whose submission and run it is. */
  LEARNER,
  OTHER_LEARNER,
  /** Who owns the exercise, and has a draft of it. */
  AUTHOR,
  OTHER_AUTHOR,
  /** An author who may see the results of the exercise. */
  VIEWER,
  /** An author who edits the exercise, and has commented on the submission. */
  CO_AUTHOR,
  ADMINISTRATOR,
  /** The token of an administrator whose account was closed. */
  DEACTIVATED,
  /** A token of an administrator that the platform signed long ago. */
  EXPIRED,
  /** The token of an administrator whose session was ended. */
  REVOKED,
  /** An API token of an administrator that lacks the scope. */
  OUT_OF_SCOPE;

  boolean isUnauthenticated() {
    return this == DEACTIVATED || this == EXPIRED || this == REVOKED;
  }

  boolean isAuthor() {
    return this == AUTHOR || this == OTHER_AUTHOR || this == VIEWER || this == CO_AUTHOR;
  }
}
