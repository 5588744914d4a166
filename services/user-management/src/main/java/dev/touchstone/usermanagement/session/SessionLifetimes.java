package dev.touchstone.usermanagement.session;

import java.time.Duration;

/**
 * How long users stay signed in.
 *
 * @param idle a session ends when it has not been refreshed for this long
 * @param longest a session ends after this time even if it is refreshed
 * @param grace how long an exchanged refresh token may be presented again; see {@link
 *     Exchange.Rotated}
 */
public record SessionLifetimes(Duration idle, Duration longest, Duration grace) {
  /** The longest that an access token may live; other services remember revocations for longer. */
  public static final Duration LONGEST_ACCESS = Duration.ofMinutes(10);

  /**
   * By then every token of a revoked session has expired and every service knows the revocation.
   */
  static final Duration REVOCATIONS_KEPT = Duration.ofHours(1);
}
