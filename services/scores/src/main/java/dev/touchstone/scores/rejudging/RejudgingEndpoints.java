package dev.touchstone.scores.rejudging;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** Rejudging all submissions to an exercise, for authors. */
public final class RejudgingEndpoints implements HttpService {
  private final RejudgingService rejudgings;
  private final Authentication authentication;

  public RejudgingEndpoints(RejudgingService rejudgings, Authentication authentication) {
    this.rejudgings = rejudgings;
    this.authentication = authentication;
  }

  /** The body that starts a rejudging. */
  record RejudgeRequest(@Nullable Long exerciseId) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/submissions/rejudge", this::start)
        .get("/api/v1/submissions/rejudgings", this::list)
        .get("/api/v1/submissions/rejudgings/{id}", this::get)
        .get("/api/v1/submissions/rejudgings/{id}/changes", this::changes);
  }

  private void start(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.AUTHOR);
    Long exercise = Json.read(request, RejudgeRequest.class).exerciseId();
    if (exercise == null) {
      throw Parameters.invalid("exercise_id", "required", "Specify the exercise.");
    }
    RejudgingView started = RejudgingView.of(rejudgings.start(principal, exercise));
    response.header(HeaderNames.LOCATION, "/api/v1/submissions/rejudgings/" + started.id());
    Json.send(response, Status.ACCEPTED_202, started);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        rejudgings.list(
            principal,
            Parameters.number(request, "exercise_id"),
            Parameters.before(request),
            Parameters.limit(request)));
  }

  private void changes(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.AUTHOR);
    long id = PathParameters.id(request, RejudgingService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        rejudgings.changes(
            principal,
            id,
            !Parameters.flag(request, "all"),
            Parameters.before(request),
            Parameters.limit(request)));
  }

  private void get(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.AUTHOR);
    long id = PathParameters.id(request, RejudgingService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, RejudgingView.of(rejudgings.find(principal, id)));
  }
}
