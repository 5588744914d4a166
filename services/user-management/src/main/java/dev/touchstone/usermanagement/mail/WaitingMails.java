package dev.touchstone.usermanagement.mail;

import dev.touchstone.platform.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The mails that wait because no SMTP server is configured, for whoever has the key. They contain
 * links that open accounts, and what listens on the loopback address may be public all the same,
 * behind a proxy. Thread-safe.
 */
public final class WaitingMails {
  private static final int SHOWN = 50;

  private final MailStore store;
  private final MailConfiguration configuration;

  public WaitingMails(Jdbi jdbi, MailConfiguration configuration) {
    this.store = new MailStore(jdbi);
    this.configuration = configuration;
  }

  /**
   * The newest ones.
   *
   * @throws ProblemException 404 without the right key, and if there is no such page
   */
  List<MailStore.Shown> newest(String key) {
    if (!opens(key)) {
      throw ProblemException.notFound("not_found", "There is nothing at this address.");
    }
    return store.waiting(SHOWN);
  }

  private boolean opens(String key) {
    byte[] offered = key.getBytes(StandardCharsets.UTF_8);
    return configuration
        .developmentKey()
        .map(expected -> expected.reveal().getBytes(StandardCharsets.UTF_8))
        .filter(expected -> MessageDigest.isEqual(expected, offered))
        .isPresent();
  }
}
