package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.platformdata.database.StorableTime;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserFilter;
import dev.touchstone.usermanagement.user.UserView;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
  record UserChange(
      @Nullable String role,
      @Nullable Boolean isActive,
      @Nullable String email,
      @Nullable String displayName,
      @Nullable String locale) {}

  /** The body of a new account. */
  record NewAccount(
      @Nullable String username,
      @Nullable String email,
      @Nullable String password,
      @Nullable String displayName,
      @Nullable String role,
      @Nullable String locale) {
    @Override
    public String toString() {
      return "new account " + username;
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/users", this::list)
        .post("/api/v1/users", this::create)
        .get("/api/v1/users/{id}", this::get)
        .patch("/api/v1/users/{id}", this::change)
        .delete("/api/v1/users/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    Optional<String> cursor = request.query().first("cursor").asOptional();
    UserFilter filter = filter(request);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, administration.list(filter, cursor, limit(request)));
  }

  /** The filter in the query of a request. */
  static UserFilter filter(ServerRequest request) {
    String search = request.query().first("q").orElse("").strip();
    if (!StorableText.isStorable(search)) {
      throw invalid("q", "invalid_text", "Use valid text without NUL characters.");
    }
    if (search.length() > LONGEST_SEARCH) {
      throw invalid("q", "too_long", "Search for at most " + LONGEST_SEARCH + " characters.");
    }
    return new UserFilter(
        search,
        request.query().first("role").asOptional().map(UserEndpoints::role),
        request.query().first("active").asOptional().map(UserEndpoints::flag),
        request.query().first("created_from").asOptional().map(UserEndpoints::time),
        request.query().first("created_until").asOptional().map(UserEndpoints::time));
  }

  private void create(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    NewAccount body = Json.read(request, NewAccount.class);
    AccountFields fields =
        AccountFields.check(
                body.username() == null ? "" : body.username(),
                body.email() == null ? "" : body.email(),
                body.displayName(),
                body.role(),
                body.locale())
            .orThrow();
    send(
        response,
        Status.CREATED_201,
        administration.create(principal, fields, Optional.ofNullable(body.password())));
  }

  private void get(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    send(response, administration.find(id(request)));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    administration.delete(principal, id(request));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    UserChange change = Json.read(request, UserChange.class);
    AccountFields fields =
        AccountFields.check(
                null, change.email(), change.displayName(), change.role(), change.locale())
            .orThrow();
    Optional<Boolean> isActive = Optional.ofNullable(change.isActive());
    Optional<String> ifMatch = request.headers().first(HeaderNames.IF_MATCH);
    send(
        response,
        administration.change(
            principal, id(request), new AdministrationService.Change(fields, isActive, ifMatch)));
  }

  private static void send(ServerResponse response, User user) {
    send(response, Status.OK_200, user);
  }

  private static void send(ServerResponse response, Status status, User user) {
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.ETAG, user.entityTag());
    Json.send(response, status, UserView.of(user));
  }

  private static Role role(String wireName) {
    return Role.of(wireName)
        .orElseThrow(() -> invalid("role", "role_unknown", "Use learner, author or admin."));
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid("active", "invalid_value", "Use true or false.");
    };
  }

  private static Instant time(String text) {
    try {
      return StorableTime.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid("created_from", "invalid_value", "Use a time such as 2026-11-28T20:00:00Z.");
    }
  }

  private static long id(ServerRequest request) {
    return PathParameters.id(request, AdministrationService::notFound);
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
