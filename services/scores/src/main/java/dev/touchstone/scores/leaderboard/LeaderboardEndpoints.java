package dev.touchstone.scores.leaderboard;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** The ranking, for everybody. */
public final class LeaderboardEndpoints implements HttpService {
  private final LeaderboardService leaderboard;
  private final Authentication authentication;

  public LeaderboardEndpoints(LeaderboardService leaderboard, Authentication authentication) {
    this.leaderboard = leaderboard;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/leaderboard", this::get);
  }

  private void get(ServerRequest request, ServerResponse response) {
    Optional<Long> user = authentication.optional(request).map(Principal::userId);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        leaderboard.page(user, Parameters.text(request, "cursor"), Parameters.limit(request)));
  }
}
