package dev.touchstone.usermanagement.mail;

import dev.touchstone.platform.http.ProblemException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The mails that wait because no SMTP server is configured, for the developer. Thread-safe. */
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
   * @throws ProblemException 404 unless the page is switched on
   */
  List<MailStore.Shown> newest() {
    if (!configuration.developmentPage()) {
      throw ProblemException.notFound("not_found", "There is nothing at this address.");
    }
    return store.waiting(SHOWN);
  }
}
