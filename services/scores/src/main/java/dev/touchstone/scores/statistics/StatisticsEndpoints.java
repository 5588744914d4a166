package dev.touchstone.scores.statistics;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.scores.http.Parameters;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Figures about exercises, for everybody. */
public final class StatisticsEndpoints implements HttpService {
  private final StatisticsService statistics;
  private final Authentication authentication;

  public StatisticsEndpoints(StatisticsService statistics, Authentication authentication) {
    this.statistics = statistics;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/statistics/exercises/{id}", this::get);
  }

  private void get(ServerRequest request, ServerResponse response) {
    authentication.optional(request);
    long id = Parameters.id(request, StatisticsEndpoints::notFound);
    Json.send(response, statistics.ofExercise(id));
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("exercise_not_found", "This exercise does not exist.");
  }
}
