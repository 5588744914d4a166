package dev.touchstone.usermanagement.personal;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.usermanagement.user.UserStore;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The list of deleted accounts, for the services that keep rows about persons. */
public final class DeletedAccountEndpoints implements HttpService {
  /** Callers that are further behind ask again. */
  private static final int LIMIT = 1000;

  /**
   * A service that has not yet learned of the end of a session may store something as long as the
   * access token lives (ten minutes). So younger entries come again.
   */
  private static final Duration SETTLED = Duration.ofMinutes(15);

  private final UserStore users;
  private final InternalAuthentication services;
  private final Clock clock;

  /** Serves the list to callers with the internal token. */
  public DeletedAccountEndpoints(UserStore users, InternalAuthentication services, Clock clock) {
    this.users = users;
    this.services = services;
    this.clock = clock;
  }

  /** The response; the next request continues at the cursor. */
  record Batch(List<Long> userIds, String cursor) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/internal/v1/deleted-accounts", this::deleted);
  }

  private void deleted(ServerRequest request, ServerResponse response) {
    services.require(request);
    long since = place(request.query().first("since").orElse("0"));
    Instant settled = clock.instant().minus(SETTLED);
    List<UserStore.Deleted> found = users.deletedSince(since, LIMIT);
    long cursor =
        found.stream()
            .takeWhile(deleted -> deleted.deletedAt().isBefore(settled))
            .mapToLong(UserStore.Deleted::place)
            .max()
            .orElse(since);
    List<Long> ids = found.stream().map(UserStore.Deleted::userId).toList();
    Json.send(response, new Batch(ids, Long.toString(cursor)));
  }

  private static long place(String since) {
    try {
      return Long.parseLong(since);
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
