package dev.touchstone.scores.submission;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.follow.EventStream;
import dev.touchstone.scores.http.Parameters;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.ProgramFile;
import dev.touchstone.scores.judging.Status;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Submitting, reading, following, cancelling and rejudging. */
public final class SubmissionEndpoints implements HttpService {
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");

  private final SubmissionService submissions;
  private final EventStream events;
  private final Authentication authentication;

  public SubmissionEndpoints(
      SubmissionService submissions, EventStream events, Authentication authentication) {
    this.submissions = submissions;
    this.events = events;
    this.authentication = authentication;
  }

  /** The body of a submission: {@code source} or {@code files}. */
  record SubmitRequest(
      @Nullable Long exerciseId,
      @Nullable String language,
      @Nullable String source,
      @Nullable List<ProgramFile> files) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/submissions", this::submit)
        .get("/api/v1/submissions", this::list)
        .get("/api/v1/submissions/{id}", this::get)
        .get("/api/v1/submissions/{id}/events", this::follow)
        .post("/api/v1/submissions/{id}/cancel", this::cancel)
        .post("/api/v1/submissions/{id}/rejudge", this::rejudge);
  }

  private void submit(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    SubmitRequest body = Json.read(request, SubmitRequest.class, Code.LARGEST_BODY);
    var submitted =
        submissions.submit(
            principal,
            required(body.exerciseId()),
            Code.of(body.language(), body.source(), body.files()),
            idempotencyKey(request));
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header(HeaderNames.LOCATION, "/api/v1/submissions/" + submitted.submission().id());
    Json.send(
        response,
        submitted.isNew() ? io.helidon.http.Status.CREATED_201 : io.helidon.http.Status.OK_200,
        submitted.submission());
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    SubmissionStore.Filter filter =
        SubmissionStore.Filter.of(
            Parameters.number(request, "user_id").orElse(null),
            Parameters.number(request, "exercise_id").orElse(null),
            Parameters.text(request, "status").map(SubmissionEndpoints::status).orElse(null),
            Parameters.before(request));
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, submissions.list(principal, filter, Parameters.limit(request)));
  }

  private void get(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, SubmissionService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, submissions.find(principal, id));
  }

  private void follow(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, SubmissionService::notFound);
    events.follow(
        request,
        response,
        new Job(Lane.SUBMISSION, id),
        event -> submissions.since(principal, id, event));
  }

  private void cancel(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, SubmissionService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, submissions.cancel(principal, id));
  }

  private void rejudge(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.AUTHOR);
    long id = PathParameters.id(request, SubmissionService::notFound);
    Json.send(response, io.helidon.http.Status.ACCEPTED_202, submissions.rejudge(principal, id));
  }

  private static long required(@Nullable Long exerciseId) {
    if (exerciseId == null) {
      throw Parameters.invalid("exercise_id", "required", "Specify the exercise.");
    }
    return exerciseId;
  }

  private static Optional<String> idempotencyKey(ServerRequest request) {
    Optional<String> key = request.headers().first(IDEMPOTENCY_KEY);
    if (key.isPresent() && !key.get().matches("[!-~]{1,200}")) {
      throw Parameters.invalid(
          "Idempotency-Key", "invalid", "Use 1 to 200 visible ASCII characters.");
    }
    return key;
  }

  private static Status status(String name) {
    return Status.of(name)
        .orElseThrow(() ->
            Parameters.invalid(
                "status", "invalid", "Use queued, judging, judged, judge_error or cancelled."));
  }
}
