package dev.touchstone.exercises.draft;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;

/** Checks of drafts by judges, for authors. */
public final class DraftCheckEndpoints implements HttpService {
  private final DraftReview review;
  private final Authentication authentication;

  public DraftCheckEndpoints(DraftReview review, Authentication authentication) {
    this.review = review;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/api/v1/authoring/drafts/{id}/judge", this::judge);
  }

  private void judge(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    DraftJudging.Started started = review.judge(by, DraftEndpoints.id(request));
    response.header(HeaderNames.LOCATION, "/api/v1/checks/" + started.id());
    Json.send(response, Status.ACCEPTED_202, started);
  }
}
