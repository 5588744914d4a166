package dev.touchstone.scores.statistics;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Figures about exercises and learners. */
public final class StatisticsEndpoints implements HttpService {
  private static final long LONGEST_LIMIT_MS = 3_600_000;

  /** A calendar of whole weeks that is a year long. */
  private static final int DAYS = 371;

  private static final int MOST_DAYS = 3_660;

  private static final int MOST_EXERCISES = 200;

  private final StatisticsService statistics;
  private final Access access;
  private final Authentication authentication;

  public StatisticsEndpoints(
      StatisticsService statistics, Access access, Authentication authentication) {
    this.statistics = statistics;
    this.access = access;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/statistics/exercises", this::solvers)
        .get("/api/v1/statistics/exercises/{id}", this::get)
        .get("/api/v1/statistics/exercises/{id}/details", this::details)
        .get("/api/v1/statistics/learners/{id}", this::ofLearner);
  }

  private void solvers(ServerRequest request, ServerResponse response) {
    authentication.optional(request);
    List<Long> exercises = Parameters.numbers(request, "exercise_ids", MOST_EXERCISES);
    Json.send(response, new Items(statistics.solvers(exercises)));
  }

  private record Items(List<SolverCount> items) {}

  private void get(ServerRequest request, ServerResponse response) {
    authentication.optional(request);
    long id = PathParameters.id(request, StatisticsEndpoints::notFound);
    Json.send(response, statistics.ofExercise(id));
  }

  private void details(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.AUTHOR);
    long id = PathParameters.id(request, StatisticsEndpoints::notFound);
    access.require(principal, id, MemberRole.VIEWER);
    Optional<Long> limit = Parameters.number(request, "limit_ms");
    if (limit.isPresent() && (limit.get() < 1 || limit.get() > LONGEST_LIMIT_MS)) {
      throw Parameters.invalid(
          "limit_ms", "out_of_range", "Use a number from 1 to " + LONGEST_LIMIT_MS + ".");
    }
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, statistics.detailsOf(id, limit));
  }

  private void ofLearner(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, StatisticsEndpoints::noLearner);
    Access.requireTeacherOf(principal, id);
    long days = Parameters.number(request, "days").orElse((long) DAYS);
    if (days < 1 || days > MOST_DAYS) {
      throw Parameters.invalid("days", "out_of_range", "Use a number from 1 to " + MOST_DAYS + ".");
    }
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        statistics.ofLearner(id, zone(request), (int) days, access.reach(principal).limit(id)));
  }

  private static ZoneId zone(ServerRequest request) {
    try {
      return ZoneId.of(Parameters.text(request, "time_zone").orElse("UTC"));
    } catch (DateTimeException e) {
      throw Parameters.invalid(
          "time_zone", "invalid", "Use a name like Asia/Ho_Chi_Minh, or an offset like +07:00.");
    }
  }

  private static ProblemException noLearner() {
    return ProblemException.notFound("user_not_found", "This learner does not exist.");
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("exercise_not_found", "This exercise does not exist.");
  }
}
