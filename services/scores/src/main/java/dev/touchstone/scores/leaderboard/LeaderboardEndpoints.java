package dev.touchstone.scores.leaderboard;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rankings, for everybody unless the operator hides them. */
public final class LeaderboardEndpoints implements HttpService {
  private static final Pattern MONTH = Pattern.compile("[12][0-9]{3}-[0-9]{2}");

  private final LeaderboardService leaderboard;
  private final Authentication authentication;

  public LeaderboardEndpoints(LeaderboardService leaderboard, Authentication authentication) {
    this.leaderboard = leaderboard;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/leaderboard", this::get)
        .get("/api/v1/leaderboard/exercises/{id}", this::ofExercise);
  }

  private void get(ServerRequest request, ServerResponse response) {
    Optional<Principal> caller = authentication.optional(request);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        leaderboard.page(
            caller,
            Parameters.text(request, "month").map(this::month),
            Parameters.text(request, "cursor"),
            Parameters.limit(request)));
  }

  private void ofExercise(ServerRequest request, ServerResponse response) {
    Optional<Principal> caller = authentication.optional(request);
    long id = PathParameters.id(request, LeaderboardEndpoints::notFound);
    boolean byTime =
        switch (Parameters.text(request, "order").orElse("first")) {
          case "first" -> false;
          case "time" -> true;
          default -> throw Parameters.invalid("order", "invalid", "Use first or time.");
        };
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, leaderboard.ofExercise(caller, id, byTime, Parameters.limit(request)));
  }

  private YearMonth month(String text) {
    if (text.equals("current")) {
      return leaderboard.currentMonth();
    }
    try {
      if (MONTH.matcher(text).matches()) {
        return YearMonth.parse(text);
      }
    } catch (DateTimeException e) {
      // Refused like other texts that are no month.
    }
    throw Parameters.invalid("month", "invalid", "Use a month like 2026-11, or current.");
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("exercise_not_found", "This exercise does not exist.");
  }
}
