package dev.touchstone.scores.personaldata;

import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.scores.http.Download;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Personal data, for user management and for the person. */
public final class PersonalDataEndpoints implements HttpService {
  private final PersonalDataService data;
  private final Authentication authentication;
  private final InternalAuthentication services;

  /**
   * Creates the endpoints.
   *
   * @param services admits our services
   */
  public PersonalDataEndpoints(
      PersonalDataService data, Authentication authentication, InternalAuthentication services) {
    this.data = data;
    this.authentication = authentication;
    this.services = services;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/progress/data", this::own)
        .get("/internal/v1/users/{id}/data", this::export)
        .delete("/internal/v1/users/{id}/data", this::delete);
  }

  private void own(ServerRequest request, ServerResponse response) {
    send(response, authentication.required(request).userId());
  }

  private void export(ServerRequest request, ServerResponse response) {
    services.require(request);
    send(response, PathParameters.id(request, PersonalDataEndpoints::notFound));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    services.require(request);
    data.delete(PathParameters.id(request, PersonalDataEndpoints::notFound));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void send(ServerResponse response, long userId) {
    Download.send(response, "application/json", "submissions.json", out -> data.write(userId, out));
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("user_not_found", "This user does not exist.");
  }
}
