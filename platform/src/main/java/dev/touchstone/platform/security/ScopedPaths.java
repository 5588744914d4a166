package dev.touchstone.platform.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which scope each address of the API needs. The address decides, so that no endpoint can forget
 * its scope: what is not described here is closed to limited tokens.
 */
public final class ScopedPaths {
  private static final String API = "/api/v1/";
  private static final String OWN_ACCOUNT = API + "users/me";

  /** Where the second factor is set up. */
  private static final Set<String> ENROLMENT =
      Set.of(OWN_ACCOUNT + "/second-factor", OWN_ACCOUNT + "/passkeys");

  private record Area(Scope read, Scope write) {}

  private static final Area EXERCISES = new Area(Scope.EXERCISES_READ, Scope.EXERCISES_WRITE);
  private static final Area SUBMISSIONS = new Area(Scope.SUBMISSIONS_READ, Scope.SUBMISSIONS_WRITE);
  private static final Area USERS = new Area(Scope.USERS_READ, Scope.USERS_WRITE);

  private static final Map<String, Area> AREAS =
      Map.ofEntries(
          Map.entry("authoring", EXERCISES),
          Map.entry("checks", EXERCISES),
          Map.entry("collections", EXERCISES),
          Map.entry("exercises", EXERCISES),
          Map.entry("comments", SUBMISSIONS),
          Map.entry("drafts", SUBMISSIONS),
          Map.entry("judging", SUBMISSIONS),
          Map.entry("leaderboard", SUBMISSIONS),
          Map.entry("progress", SUBMISSIONS),
          Map.entry("results", SUBMISSIONS),
          Map.entry("runs", SUBMISSIONS),
          Map.entry("statistics", SUBMISSIONS),
          Map.entry("submissions", SUBMISSIONS),
          Map.entry("invitations", USERS),
          Map.entry("users", USERS));

  /** Closed on purpose: mails contain links that open accounts. */
  private static final Set<String> CLOSED = Set.of("audit-log", "mails", "settings");

  private ScopedPaths() {}

  /**
   * The scope that a request needs; empty if no scope permits it.
   *
   * @param path decoded and without query
   * @param userId the caller
   */
  public static Optional<Scope> required(String method, String path, long userId) {
    if (!path.startsWith(API)) {
      return Optional.empty();
    }
    String[] segments = path.substring(API.length()).split("/", 4);
    Area area = AREAS.get(segments[0]);
    if (area == null || (area.equals(USERS) && isPersonal(method, segments, userId))) {
      return Optional.empty();
    }
    return Optional.of(isReading(method) ? area.read() : area.write());
  }

  /** Whether somebody has decided which scope an area such as {@code users} needs. */
  public static boolean isDecided(String area) {
    return AREAS.containsKey(area) || CLOSED.contains(area);
  }

  /** Whether a token that only permits enrolment permits a request. */
  static boolean enrols(String method, String path) {
    return (path.equals(OWN_ACCOUNT) && isReading(method))
        || ENROLMENT.stream().anyMatch(base -> path.equals(base) || path.startsWith(base + "/"));
  }

  /**
   * Whether a request concerns what only a person who signed in may touch: everything that changes
   * the own account, its password, factors, tokens and sessions, or those of others. Whoever finds
   * a token must not be able to make it more than a token.
   */
  private static boolean isPersonal(String method, String[] segments, long userId) {
    return switch (segments.length) {
      case 1 -> false;
      case 2 -> !isReading(method) && (segments[1].equals("me") || isNumber(segments[1], userId));
      default -> segments[1].equals("me") || !isReading(method);
    };
  }

  /** As services read numbers: 07 is 7. */
  private static boolean isNumber(String segment, long number) {
    try {
      return Long.parseLong(segment) == number;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isReading(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }
}
