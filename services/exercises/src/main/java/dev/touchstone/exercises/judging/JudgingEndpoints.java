package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Exercises, revisions and objects for scores and judges. */
public final class JudgingEndpoints implements HttpService {
  private final JudgingService judging;
  private final InternalAuthentication services;
  private final InternalAuthentication servicesAndJudges;

  /**
   * Creates the endpoints.
   *
   * @param services admits only our services
   * @param servicesAndJudges also admits judges
   */
  public JudgingEndpoints(
      JudgingService judging,
      InternalAuthentication services,
      InternalAuthentication servicesAndJudges) {
    this.judging = judging;
    this.services = services;
    this.servicesAndJudges = servicesAndJudges;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/internal/v1/exercises/{id}", this::exercise)
        .get("/internal/v1/exercises/{id}/guidance", this::guidance)
        .get("/internal/v1/exercises/{id}/revisions/{revision}", this::revision)
        .get("/internal/v1/objects/{digest}", this::object);
  }

  private void exercise(ServerRequest request, ServerResponse response) {
    services.require(request);
    Json.send(response, judging.terms(id(request)));
  }

  private void guidance(ServerRequest request, ServerResponse response) {
    services.require(request);
    Json.send(response, judging.guidance(id(request)));
  }

  private void revision(ServerRequest request, ServerResponse response) {
    servicesAndJudges.require(request);
    Json.send(response, judging.listing(id(request), revisionOf(request)));
  }

  private void object(ServerRequest request, ServerResponse response) throws IOException {
    servicesAndJudges.require(request);
    try (InputStream object = judging.object(request.path().pathParameters().get("digest"))) {
      response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
      try (OutputStream out = response.outputStream()) {
        object.transferTo(out);
      }
    }
  }

  private static long id(ServerRequest request) {
    return PathParameters.id(request, PublishingService::notFound);
  }

  private static int revisionOf(ServerRequest request) {
    try {
      return Integer.parseInt(request.path().pathParameters().get("revision"));
    } catch (NumberFormatException e) {
      throw JudgingService.noRevision();
    }
  }
}
