package dev.touchstone.exercises.member;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of exercises, for authors; and the exercises of a user, for our other services. */
public final class MemberEndpoints implements HttpService {
  private final MemberService members;
  private final Authentication authentication;
  private final InternalAuthentication services;

  /**
   * Creates the endpoints.
   *
   * @param services admits only our services
   */
  public MemberEndpoints(
      MemberService members, Authentication authentication, InternalAuthentication services) {
    this.members = members;
    this.authentication = authentication;
    this.services = services;
  }

  /** The body of a change; without a name, it is about all authors. */
  record MemberChange(@Nullable String username, @Nullable String role) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/exercises/{id}/members", this::list)
        .post("/api/v1/exercises/{id}/members", this::put)
        .delete("/api/v1/exercises/{id}/members/{user_id}", this::remove)
        .get("/internal/v1/users/{id}/memberships", this::ofUser);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    Json.send(response, members.list(by, id(request)));
  }

  private void put(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    MemberChange change = Json.read(request, MemberChange.class);
    Optional<MemberRole> role =
        MemberRole.of(Objects.requireNonNullElse(change.role(), ""))
            .filter(asked -> change.username() != null || asked != MemberRole.OWNER);
    new Violations()
        .check(
            role.isPresent(),
            "role",
            "invalid",
            "Use owner, editor or viewer; all authors can't be the owner.")
        .finish();
    Json.send(
        response,
        members.put(by, id(request), Optional.ofNullable(change.username()), role.orElseThrow()));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    members.remove(by, id(request), userId(request));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void ofUser(ServerRequest request, ServerResponse response) {
    services.require(request);
    long user =
        PathParameters.id(
            request,
            () -> ProblemException.notFound("user_not_found", "This user does not exist."));
    Json.send(response, members.of(user));
  }

  private Principal author(ServerRequest request, ServerResponse response) {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return by;
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  /** A text that is no number names nobody. */
  private static long userId(ServerRequest request) {
    try {
      return Long.parseLong(request.path().pathParameters().get("user_id"));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
