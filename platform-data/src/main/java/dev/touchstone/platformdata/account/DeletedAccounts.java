package dev.touchstone.platformdata.account;

import dev.touchstone.platform.http.Outage;
import dev.touchstone.platform.http.ServiceClient;
import java.util.List;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows user management's list of deleted accounts, and lets a service delete what it stores
 * about them. The service has the table {@code followed_lists}. Several processes may follow at
 * once: a deletion can be repeated. For one thread.
 */
public final class DeletedAccounts {
  private static final Logger log = LoggerFactory.getLogger(DeletedAccounts.class);
  private static final String LIST = "deleted accounts";

  private final ServiceClient userManagement;
  private final Jdbi jdbi;
  private final LongConsumer deletion;
  private final Outage outage = new Outage(log, "Following the list of deleted accounts");

  /**
   * Begins where the given database says that the service has stopped.
   *
   * @param deletion deletes what is stored about an account; called for one again and again
   */
  public DeletedAccounts(ServiceClient userManagement, Jdbi jdbi, LongConsumer deletion) {
    this.userManagement = userManagement;
    this.jdbi = jdbi;
    this.deletion = deletion;
  }

  /** What {@code GET /internal/v1/deleted-accounts?since=cursor} answers. */
  record Batch(List<Long> userIds, String cursor) {}

  /** Deletes what has been stored about the accounts of the list since the last time. */
  public void follow() {
    try {
      Batch batch;
      String before;
      do {
        before = cursor();
        batch =
            userManagement
                .find("/internal/v1/deleted-accounts?since=" + before, Batch.class)
                .orElseThrow();
        batch.userIds().forEach(deletion::accept);
        remember(batch.cursor());
      } while (!batch.cursor().equals(before));
      outage.recovered();
    } catch (RuntimeException e) { // of any kind: the next round tries again
      outage.failed(e);
    }
  }

  private String cursor() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT cursor FROM followed_lists WHERE name = :name")
            .bind("name", LIST)
            .mapTo(String.class)
            .findOne()
            .orElse("0"));
  }

  private void remember(String cursor) {
    String sql =
        """
        INSERT INTO followed_lists (name, cursor) VALUES (:name, :cursor)
        ON CONFLICT (name) DO UPDATE SET cursor = :cursor
        WHERE followed_lists.cursor <> :cursor
        """;
    jdbi.useHandle(
        handle -> handle.createUpdate(sql).bind("name", LIST).bind("cursor", cursor).execute());
  }
}
