package dev.touchstone.usermanagement.mail;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The mails that could not be sent, for administrators. Thread-safe. */
public final class DeadMails {
  private static final int PAGE = 50;

  private final MailStore store;
  private final Clock clock;

  public DeadMails(Jdbi jdbi, Clock clock) {
    this.store = new MailStore(jdbi);
    this.clock = clock;
  }

  Page<MailStore.Listed> list(Optional<String> cursor) {
    List<MailStore.Listed> found =
        store.dead(cursor.map(DeadMails::lastId).orElse(Long.MAX_VALUE), PAGE + 1);
    boolean more = found.size() > PAGE;
    List<MailStore.Listed> shown = more ? found.subList(0, PAGE) : found;
    return new Page<>(shown, more ? Cursor.of(Long.toString(shown.getLast().id())) : null);
  }

  /**
   * Lets a mail wait again.
   *
   * @throws ProblemException 404 {@code mail_not_found}
   */
  MailStore.Listed retry(long id) {
    return store.retry(id, clock.instant()).orElseThrow(DeadMails::notFound);
  }

  static ProblemException notFound() {
    return ProblemException.notFound(
        "mail_not_found", "There is no such mail, or its content has expired.");
  }

  private static long lastId(String cursor) {
    try {
      return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
