package dev.touchstone.usermanagement.session;

import java.time.Duration;

/**
 * How long people stay signed in.
 *
 * @param idle without a refresh, the session ends after this
 * @param longest with refreshes, it ends after this
 * @param grace how long an exchanged refresh token may come again without suspicion; see {@link
 *     Exchange.Rotated}
 */
public record SessionLifetimes(Duration idle, Duration longest, Duration grace) {
  /** The longest that an access token may live; other services remember revocations for longer. */
  public static final Duration LONGEST_ACCESS = Duration.ofMinutes(10);

  /**
   * After this, every token of a revoked session has expired, and every service has heard of it.
   */
  static final Duration REVOCATIONS_KEPT = Duration.ofHours(1);
}
