package dev.touchstone.usermanagement.mail;

import dev.touchstone.usermanagement.user.Locales;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mails within the transactions that need them; {@link MailSender} sends what has been
 * committed. Thread-safe.
 */
public final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /** Of each kind that strangers can cause, to one address, within {@link #PERIOD}. */
  private static final int MOST = 3;

  private static final Duration PERIOD = Duration.ofHours(1);

  private final MailStore store;
  private final MailTexts texts = new MailTexts(Locales.all());
  private final MailConfiguration configuration;
  private final Clock clock;

  /** Keeps mails in the given database. */
  public Outbox(Jdbi jdbi, MailConfiguration configuration, Clock clock) {
    this.store = new MailStore(jdbi);
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Adds a mail within a transaction of the caller. An address that gets too many mails because of
   * strangers gets no more for a while.
   *
   * @return whether it was added
   */
  public boolean add(Handle handle, Letter letter) {
    Instant now = clock.instant();
    if (letter.kind().isFromStrangers()
        && store.count(handle, letter.kind(), letter.recipient(), now.minus(PERIOD)) >= MOST) {
      log.info("No more mails of kind {} to one address", letter.kind().storedName());
      return false;
    }
    String messageId = "<" + UUID.randomUUID() + "@" + configuration.domain() + ">";
    store.insert(handle, letter, texts.render(letter), messageId, now);
    if (configuration.smtp().isEmpty()) {
      log.info("A mail of kind {} waits, but SMTP_URL is not set", letter.kind().storedName());
    }
    return true;
  }

  /** The address of a page of the web app, with a token that servers and logs do not see. */
  public String link(String page, String token) {
    return configuration.publicUrl() + "/" + page + "#token=" + token;
  }
}
