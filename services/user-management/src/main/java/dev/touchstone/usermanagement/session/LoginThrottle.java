package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.token.OpaqueToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Slows down guessing at one account from one network: after {@value #FREE} failures in a row the
 * next attempt must wait a second, then two, then four, up to {@link #LONGEST_WAIT}. Kept in the
 * database, so that it applies to all processes and survives restarts. Names without an account are
 * treated alike. A browser that signed in before is counted on its own, so that nobody can slow it
 * down. Thread-safe.
 */
public final class LoginThrottle {
  /** People mistype; NIST SP 800-63B allows up to 100. */
  static final int FREE = 10;

  /** Long enough against guessing, short enough that locking somebody out is not worth it. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Failures longer ago than this do not count. */
  static final Duration MEMORY = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final Clock clock;

  /** Counts in the given database. */
  public LoginThrottle(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** What is counted for an account, under any of its names. */
  public static String subject(long userId) {
    return "user:" + userId;
  }

  /** What is counted for a browser that signed in to the account before. */
  static String subjectOfDevice(long userId, String device) {
    return subject(userId) + " device:" + device;
  }

  /** What is counted for all other browsers of a network. */
  static String subject(long userId, String network) {
    return subject(userId) + " network:" + network;
  }

  /** What is counted for a signed-in user who types the password again. */
  static String subjectOfSession(long userId, String session) {
    return subject(userId) + " session:" + session;
  }

  /** What is counted for a name that has no account. */
  static String subject(String login, String network) {
    return "name:" + login.strip().toLowerCase(Locale.ROOT) + " network:" + network;
  }

  /**
   * Admits an attempt and counts it as failed until {@link #succeeded}: many attempts at the same
   * moment are therefore all counted before any of them is decided. The clock of one may have been
   * read before that of another which was counted first, so times matter only once there is a wait.
   *
   * @param subject the account, or the name that was tried
   * @throws ProblemException 429 {@code rate_limited}
   */
  public void admit(String subject) {
    String sql =
        """
        INSERT INTO login_attempts AS a (subject, failures, last_tried_at, blocked_until)
        VALUES (:subject, 1, :now, :now)
        ON CONFLICT (subject) DO UPDATE SET
          failures = CASE WHEN a.last_tried_at < :forgotten THEN 1 ELSE a.failures + 1 END,
          last_tried_at = :now,
          blocked_until = CASE
            WHEN a.last_tried_at < :forgotten OR a.failures + 1 < :free THEN :now
            ELSE CAST(:now AS timestamptz) + least(power(2, least(a.failures + 1 - :free, 20)), :longest)
                 * interval '1 second' END
        WHERE a.failures < :free OR a.blocked_until <= :now
        RETURNING failures
        """;
    Instant now = clock.instant();
    Optional<Integer> admitted =
        jdbi.withHandle(handle ->
            handle
                .createQuery(sql)
                .bind("subject", OpaqueToken.hash(subject))
                .bind("now", now)
                .bind("forgotten", now.minus(MEMORY))
                .bind("free", FREE)
                .bind("longest", LONGEST_WAIT.toSeconds())
                .mapTo(Integer.class)
                .findOne());
    if (admitted.isEmpty()) {
      throw ProblemException.rateLimited(secondsToWait(subject, now));
    }
  }

  /** Resets the count: the attempt was its owner's. */
  public void succeeded(String subject) {
    jdbi.useHandle(handle ->
        handle.execute(
            "DELETE FROM login_attempts WHERE subject = ?", (Object) OpaqueToken.hash(subject)));
  }

  /** Forgets what no longer counts. */
  int deleteForgotten() {
    Instant before = clock.instant().minus(MEMORY);
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM login_attempts WHERE last_tried_at < ?", before));
  }

  private long secondsToWait(String subject, Instant now) {
    String sql = "SELECT blocked_until FROM login_attempts WHERE subject = :subject";
    Instant until =
        jdbi.withHandle(handle ->
            handle
                .createQuery(sql)
                .bind("subject", OpaqueToken.hash(subject))
                .mapTo(Instant.class)
                .findOne()
                .orElse(now));
    return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
  }
}
