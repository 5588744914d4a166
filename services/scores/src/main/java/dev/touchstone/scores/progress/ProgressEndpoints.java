package dev.touchstone.scores.progress;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** What a learner has achieved. */
public final class ProgressEndpoints implements HttpService {
  private final ProgressService progress;
  private final Access access;
  private final Authentication authentication;

  public ProgressEndpoints(ProgressService progress, Access access, Authentication authentication) {
    this.progress = progress;
    this.access = access;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/progress", this::get);
  }

  private void get(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long user = Parameters.number(request, "user_id").orElse(principal.userId());
    Access.requireTeacherOf(principal, user);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, progress.of(user, access.reach(principal).limit(user)));
  }
}
