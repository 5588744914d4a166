package dev.touchstone.usermanagement.user;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds accounts for other services, which know people by their ids only. */
public final class UserLookupEndpoints implements HttpService {
  private static final int MOST_IDS = 200;

  private final UserLookup users;
  private final InternalAuthentication services;

  /**
   * Creates the endpoints.
   *
   * @param services admits only our services
   */
  public UserLookupEndpoints(UserLookup users, InternalAuthentication services) {
    this.users = users;
    this.services = services;
  }

  /** The response. */
  record Result(List<UserLookup.Found> items) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/internal/v1/users", this::find);
  }

  private void find(ServerRequest request, ServerResponse response) {
    services.require(request);
    Optional<String> username = request.query().first("username").asOptional();
    List<UserLookup.Found> found =
        username.isPresent()
            ? users.named(username.get())
            : users.all(ids(request.query().first("ids").orElse("")));
    Json.send(response, new Result(found));
  }

  private static List<Long> ids(String text) {
    try {
      List<Long> ids =
          Arrays.stream(text.split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
      if (ids.size() <= MOST_IDS) {
        return ids;
      }
    } catch (NumberFormatException e) {
      // refused like too many
    }
    throw ProblemException.invalidRequest(
        List.of(
            new FieldError(
                "ids", "Send at most " + MOST_IDS + " numbers with commas between.", "invalid")));
  }
}
