package dev.touchstone.scores.supervision;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges, the queue and failed judgings, for administrators. */
public final class SupervisionEndpoints implements HttpService {
  private static final int MOST_IDS = 1000;

  private final SupervisionService supervision;
  private final Authentication authentication;

  public SupervisionEndpoints(SupervisionService supervision, Authentication authentication) {
    this.supervision = supervision;
    this.authentication = authentication;
  }

  /** What to retry; without ids, all. */
  record RetryRequest(@Nullable List<Long> submissionIds) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/judging/judges", this::judges)
        .get("/api/v1/judging/queue", this::queue)
        .get("/api/v1/judging/failures", this::failures)
        .post("/api/v1/judging/failures/retry", this::retry);
  }

  private void judges(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, Map.of("items", supervision.judges()));
  }

  private void queue(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, Map.of("lanes", supervision.queue()));
  }

  private void failures(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response, supervision.failures(Parameters.before(request), Parameters.limit(request)));
  }

  private void retry(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    List<Long> ids = Json.read(request, RetryRequest.class).submissionIds();
    new Violations()
        .check(
            ids == null
                || (!ids.isEmpty()
                    && ids.size() <= MOST_IDS
                    && ids.stream().allMatch(Objects::nonNull)),
            "submission_ids",
            "out_of_range",
            "Send 1 to " + MOST_IDS + " ids, or none at all to retry everything.")
        .finish();
    Json.send(response, Status.ACCEPTED_202, supervision.retry(Optional.ofNullable(ids)));
  }
}
