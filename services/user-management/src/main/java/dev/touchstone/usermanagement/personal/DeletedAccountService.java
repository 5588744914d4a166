package dev.touchstone.usermanagement.personal;

import dev.touchstone.usermanagement.user.UserStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The deleted accounts, for the services that keep rows about persons. Thread-safe. */
public final class DeletedAccountService {
  /** Callers that are further behind ask again. */
  private static final int LIMIT = 1000;

  /**
   * A service that has not yet learned of the end of a session may store something as long as the
   * access token lives (ten minutes). So younger entries come again.
   */
  private static final Duration SETTLED = Duration.ofMinutes(15);

  private final UserStore users;
  private final Clock clock;

  public DeletedAccountService(UserStore users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /** A part of the list; the next one continues at the cursor. */
  record Batch(List<Long> userIds, String cursor) {}

  /** The accounts from a place in the list on. */
  Batch since(long place) {
    Instant settled = clock.instant().minus(SETTLED);
    List<UserStore.Deleted> found = users.deletedSince(place, LIMIT);
    long cursor =
        found.stream()
            .takeWhile(deleted -> deleted.deletedAt().isBefore(settled))
            .mapToLong(UserStore.Deleted::place)
            .max()
            .orElse(place);
    return new Batch(found.stream().map(UserStore.Deleted::userId).toList(), Long.toString(cursor));
  }
}
