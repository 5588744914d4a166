package dev.touchstone.scores.run;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.follow.EventStream;
import dev.touchstone.scores.http.Parameters;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import dev.touchstone.scores.judging.ProgramFile;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Running a program without submitting it. */
public final class RunEndpoints implements HttpService {
  private static final int LARGEST_INPUT = 256 * 1024;

  private final RunService runs;
  private final EventStream events;
  private final Authentication authentication;

  public RunEndpoints(RunService runs, EventStream events, Authentication authentication) {
    this.runs = runs;
    this.events = events;
    this.authentication = authentication;
  }

  /** The body of a run: {@code source} or {@code files}; without {@code input} on the samples. */
  record RunRequest(
      @Nullable Long exerciseId,
      @Nullable String language,
      @Nullable String source,
      @Nullable List<ProgramFile> files,
      @Nullable String input) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/runs", this::start)
        .get("/api/v1/runs/{id}", this::get)
        .get("/api/v1/runs/{id}/events", this::follow)
        .post("/api/v1/runs/{id}/cancel", this::cancel);
  }

  private void start(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    RunRequest body = Json.read(request, RunRequest.class, Code.LARGEST_BODY);
    Long exercise = body.exerciseId();
    if (exercise == null) {
      throw Parameters.invalid("exercise_id", "required", "Specify the exercise.");
    }
    requireInput(body.input());
    Code code = Code.of(body.language(), body.source(), body.files());
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, Status.CREATED_201, runs.start(principal, exercise, code, body.input()));
  }

  private void get(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, RunService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, runs.find(principal, id));
  }

  private void follow(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, RunService::notFound);
    events.follow(
        request, response, new Job(Lane.RUN, id), event -> runs.since(principal, id, event));
  }

  private void cancel(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, RunService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, runs.cancel(principal, id));
  }

  private static void requireInput(@Nullable String input) {
    if (input == null) {
      return;
    }
    if (input.getBytes(StandardCharsets.UTF_8).length > LARGEST_INPUT) {
      throw ProblemException.tooLarge(
          "input_too_large", "The input is larger than " + LARGEST_INPUT + " bytes.");
    }
    new Violations()
        .check(StorableText.isStorable(input), "input", "invalid_text", "Send text without NUL.")
        .finish();
  }
}
