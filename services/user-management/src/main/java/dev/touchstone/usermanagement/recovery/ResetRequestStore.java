package dev.touchstone.usermanagement.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Requests for a new password that have not been looked at. Thread-safe. */
final class ResetRequestStore {
  private final Jdbi jdbi;

  ResetRequestStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What somebody typed, and when. */
  record Request(String login, Instant requestedAt) {
    @Override
    public String toString() {
      return "request of " + requestedAt;
    }
  }

  void add(String login, Instant now) {
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO reset_requests (login, requested_at) VALUES (?, ?)", login, now));
  }

  /**
   * Takes the oldest request that no other process has.
   *
   * @param action runs in the same transaction
   * @return whether there was one
   */
  boolean takeOldest(BiConsumer<Handle, Request> action) {
    String sql =
        """
        DELETE FROM reset_requests WHERE id = (
          SELECT id FROM reset_requests ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING login, requested_at
        """;
    return jdbi.inTransaction(handle -> {
      Optional<Request> request = handle.createQuery(sql).mapTo(Request.class).findOne();
      request.ifPresent(found -> action.accept(handle, found));
      return request.isPresent();
    });
  }
}
