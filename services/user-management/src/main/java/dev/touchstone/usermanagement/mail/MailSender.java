package dev.touchstone.usermanagement.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails of the outbox. Any number of processes may do so: each leases one mail at a time.
 * A mail is sent twice only if a process dies between the server's answer and its own note of it;
 * both copies then have the same {@code Message-ID}. Thread-safe.
 */
public final class MailSender {
  private static final Logger log = LoggerFactory.getLogger(MailSender.class);

  /** Longer than the timeouts of one mail together. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

  /** The pauses add up to 16 hours. */
  private static final int MOST_ATTEMPTS = 12;

  private static final Duration KEPT = Duration.ofDays(30);

  private final MailStore store;
  private final MailConfiguration configuration;
  private final Clock clock;

  /** Sends mails from the given database. */
  public MailSender(Jdbi jdbi, MailConfiguration configuration, Clock clock) {
    this.store = new MailStore(jdbi);
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Sends all mails that are due; a periodic task. */
  public void sendDue() {
    store.expire(clock.instant());
    configuration.smtp().ifPresent(this::sendDue);
  }

  /** Deletes what is old; a periodic task. */
  public void deleteOld() {
    int count = store.deleteBefore(clock.instant().minus(KEPT));
    log.debug("Deleted {} old mails", count);
  }

  private void sendDue(SmtpServer server) {
    Optional<MailStore.Due> mail = store.lease(clock.instant(), LEASE);
    if (mail.isEmpty()) {
      return;
    }
    try (SmtpConnection connection = SmtpConnection.open(server, configuration.from())) {
      while (mail.isPresent()) {
        send(connection, mail.get());
        mail = store.lease(clock.instant(), LEASE);
      }
    } catch (MailFailure e) {
      failed(mail.orElseThrow(), e);
    }
  }

  /** Throws only what ends the connection. */
  private void send(SmtpConnection connection, MailStore.Due mail) throws MailFailure {
    try {
      connection.send(mail);
      store.sent(mail, clock.instant());
      log.info("Sent mail {}", mail.id());
    } catch (MailFailure e) {
      if (e.isOfServer()) {
        throw e;
      }
      failed(mail, e);
    }
  }

  private void failed(MailStore.Due mail, MailFailure failure) {
    boolean dead = failure.isPermanent() || mail.attempts() >= MOST_ATTEMPTS;
    Optional<Instant> next =
        dead ? Optional.empty() : Optional.of(clock.instant().plus(pause(mail.attempts())));
    store.failed(mail, failure.reason(), next);
    log.atLevel(dead ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.WARN)
        .log(
            "Mail {} was not sent in attempt {}: {}", mail.id(), mail.attempts(), failure.reason());
  }

  /** A minute, then twice as long after each attempt. */
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
