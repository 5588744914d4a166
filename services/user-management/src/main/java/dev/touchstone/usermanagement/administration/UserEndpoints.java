package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserView;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of accounts and their roles, for administrators. */
public final class UserEndpoints implements HttpService {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;
  private static final int LONGEST_SEARCH = 100;

  private final AdministrationService administration;
  private final Authentication authentication;

  public UserEndpoints(AdministrationService administration, Authentication authentication) {
    this.administration = administration;
    this.authentication = authentication;
  }

  /** The body of a change; null fields change nothing. */
  record UserChange(@Nullable String role, @Nullable Boolean isActive) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/users", this::list)
        .get("/api/v1/users/{id}", this::get)
        .patch("/api/v1/users/{id}", this::change);
  }

  private void list(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    String search = request.query().first("q").orElse("").strip();
    Optional<String> cursor = request.query().first("cursor").asOptional();
    if (!StorableText.isStorable(search)) {
      throw invalid("q", "invalid_text", "Use valid text without NUL characters.");
    }
    if (search.length() > LONGEST_SEARCH) {
      throw invalid("q", "too_long", "Search for at most " + LONGEST_SEARCH + " characters.");
    }
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, administration.list(search, cursor, limit(request)));
  }

  private void get(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    send(response, administration.find(id(request)));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    UserChange change = Json.read(request, UserChange.class);
    Optional<Role> role = Optional.ofNullable(change.role()).map(UserEndpoints::role);
    Optional<Boolean> isActive = Optional.ofNullable(change.isActive());
    Optional<String> ifMatch = request.headers().first(HeaderNames.IF_MATCH);
    send(
        response,
        administration.change(
            principal, id(request), new AdministrationService.Change(role, isActive, ifMatch)));
  }

  private static void send(ServerResponse response, User user) {
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.ETAG, user.entityTag());
    Json.send(response, UserView.of(user));
  }

  private static Role role(String wireName) {
    return Role.of(wireName)
        .orElseThrow(() -> invalid("role", "role_unknown", "Use learner, author or admin."));
  }

  private static long id(ServerRequest request) {
    try {
      return Long.parseLong(request.path().pathParameters().get("id"));
    } catch (NumberFormatException e) {
      throw AdministrationService.notFound();
    }
  }

  private static int limit(ServerRequest request) {
    String text = request.query().first("limit").orElse(Integer.toString(DEFAULT_LIMIT));
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LARGEST_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused like a number out of range.
    }
    throw invalid("limit", "out_of_range", "Use a number from 1 to " + LARGEST_LIMIT + ".");
  }

  private static ProblemException invalid(String field, String code, String message) {
    return ProblemException.invalidRequest(List.of(new FieldError(field, message, code)));
  }
}
