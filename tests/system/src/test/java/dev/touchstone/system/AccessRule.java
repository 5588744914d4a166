package dev.touchstone.system;

import java.util.Arrays;
import java.util.Locale;

/** The values of {@code x-access} in the contracts: who may use an operation. */
enum AccessRule {
  EVERYONE,
  SIGNED_IN,
  /** A browser with the cookie of a session. */
  SESSION_COOKIE,
  AUTHOR,
  ADMINISTRATOR,
  /** Members of the exercise; each includes those after it, and administrators. */
  VIEWER,
  EDITOR,
  OWNER,
  /** Whoever made the thing. */
  OWN,
  OWN_OR_ADMINISTRATOR,
  /** The learner, and the members of the exercise. */
  OWN_OR_VIEWER,
  OWN_OR_AUTHOR,
  /** Our services, inside the platform. */
  SERVICE,
  /** Judges, inside the platform. */
  JUDGE;

  /**
   * Reads a contract.
   *
   * @throws AssertionError for any other text, also for none
   */
  static AccessRule of(String text) {
    return Arrays.stream(values())
        .filter(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError("Its contract must say with x-access who may use it: " + text));
  }

  boolean isInternal() {
    return this == SERVICE || this == JUDGE;
  }

  /** Whether what others may not use does not exist for them. */
  boolean hides() {
    return switch (this) {
      case VIEWER, EDITOR, OWNER, OWN, OWN_OR_ADMINISTRATOR, OWN_OR_VIEWER -> true;
      case EVERYONE,
          SIGNED_IN,
          SESSION_COOKIE,
          AUTHOR,
          ADMINISTRATOR,
          OWN_OR_AUTHOR,
          SERVICE,
          JUDGE ->
          false;
    };
  }

  /**
   * Whether somebody who is signed in may use the operation.
   *
   * @param maker whose thing it is
   */
  boolean allows(Actor actor, Actor maker) {
    boolean isAdministrator = actor == Actor.ADMINISTRATOR;
    return switch (this) {
      case EVERYONE, SIGNED_IN -> true;
      case AUTHOR -> actor.isAuthor() || isAdministrator;
      case ADMINISTRATOR -> isAdministrator;
      case VIEWER -> actor == Actor.VIEWER || EDITOR.allows(actor, maker);
      case EDITOR -> actor == Actor.CO_AUTHOR || OWNER.allows(actor, maker);
      case OWNER -> actor == Actor.AUTHOR || isAdministrator;
      case OWN -> actor == maker;
      case OWN_OR_ADMINISTRATOR -> actor == maker || isAdministrator;
      case OWN_OR_VIEWER -> actor == maker || VIEWER.allows(actor, maker);
      case OWN_OR_AUTHOR -> actor == maker || AUTHOR.allows(actor, maker);
      case SESSION_COOKIE, SERVICE, JUDGE -> false;
    };
  }
}
