package dev.touchstone.scores.personaldata;

import dev.touchstone.platform.security.Authentication;
import dev.touchstone.scores.http.Download;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** A copy of the caller's data. */
public final class PersonalDataEndpoints implements HttpService {
  private final PersonalDataService data;
  private final Authentication authentication;

  public PersonalDataEndpoints(PersonalDataService data, Authentication authentication) {
    this.data = data;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/progress/data", this::own);
  }

  private void own(ServerRequest request, ServerResponse response) {
    long userId = authentication.required(request).userId();
    Download.send(response, "application/json", "submissions.json", out -> data.write(userId, out));
  }
}
