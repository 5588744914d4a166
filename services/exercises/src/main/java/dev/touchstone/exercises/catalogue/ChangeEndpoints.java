package dev.touchstone.exercises.catalogue;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Announces to gateways, which keep public answers, that some have changed. */
public final class ChangeEndpoints implements HttpService {
  private final CatalogueService catalogue;
  private final InternalAuthentication services;

  public ChangeEndpoints(CatalogueService catalogue, InternalAuthentication services) {
    this.catalogue = catalogue;
    this.services = services;
  }

  /** How many changes there were. */
  record Changes(long version) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/internal/v1/changes", this::changes);
  }

  private void changes(ServerRequest request, ServerResponse response) {
    services.require(request);
    Json.send(response, new Changes(catalogue.version()));
  }
}
