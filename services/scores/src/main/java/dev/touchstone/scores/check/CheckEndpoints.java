package dev.touchstone.scores.check;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.follow.EventStream;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Checks of drafts: queued by the exercises service, followed by their authors. */
public final class CheckEndpoints implements HttpService {
  private final CheckService checks;
  private final EventStream events;
  private final Authentication authentication;
  private final InternalAuthentication services;

  /**
   * Creates the endpoints.
   *
   * @param services admits only our services
   */
  public CheckEndpoints(
      CheckService checks,
      EventStream events,
      Authentication authentication,
      InternalAuthentication services) {
    this.checks = checks;
    this.events = events;
    this.authentication = authentication;
    this.services = services;
  }

  /** The body of a check. */
  record CheckRequest(long userId, long draftId, int draftVersion) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/checks/{id}", this::get)
        .get("/api/v1/checks/{id}/events", this::follow)
        .post("/internal/v1/checks", this::start)
        .get("/internal/v1/checks/{id}", this::show);
  }

  private void get(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, checks.find(principal, id(request)));
  }

  private void follow(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = id(request);
    events.follow(
        request, response, new Job(Lane.CHECK, id), event -> checks.since(principal, id, event));
  }

  private void start(ServerRequest request, ServerResponse response) {
    services.require(request);
    CheckRequest body = Json.read(request, CheckRequest.class);
    new Violations()
        .check(body.draftId() > 0, "draft_id", "out_of_range", "Specify the draft.")
        .check(body.draftVersion() > 0, "draft_version", "out_of_range", "Specify its version.")
        .finish();
    Json.send(
        response,
        Status.CREATED_201,
        checks.start(body.userId(), body.draftId(), body.draftVersion()));
  }

  private void show(ServerRequest request, ServerResponse response) {
    services.require(request);
    Json.send(response, checks.find(id(request)));
  }

  private static long id(ServerRequest request) {
    return PathParameters.id(request, CheckService::notFound);
  }
}
