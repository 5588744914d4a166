package dev.touchstone.usermanagement.mail;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The mails that could not be sent, for administrators. */
public final class DeadMailEndpoints implements HttpService {
  private final DeadMails mails;
  private final Authentication authentication;

  public DeadMailEndpoints(DeadMails mails, Authentication authentication) {
    this.mails = mails;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/mails", this::list).post("/api/v1/mails/{id}/retry", this::retry);
  }

  private void list(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, mails.list(request.query().first("cursor").asOptional()));
  }

  private void retry(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    Json.send(response, mails.retry(PathParameters.id(request, DeadMails::notFound)));
  }
}
