package dev.touchstone.usermanagement.personal;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The list of deleted accounts, for the services that keep rows about persons. */
public final class DeletedAccountEndpoints implements HttpService {
  private final DeletedAccountService accounts;
  private final InternalAuthentication services;

  /** Serves the list to callers with the internal token. */
  public DeletedAccountEndpoints(DeletedAccountService accounts, InternalAuthentication services) {
    this.accounts = accounts;
    this.services = services;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/internal/v1/deleted-accounts", this::deleted);
  }

  private void deleted(ServerRequest request, ServerResponse response) {
    services.require(request);
    long since = place(request.query().first("since").orElse("0"));
    Json.send(response, accounts.since(since));
  }

  private static long place(String since) {
    try {
      return Long.parseLong(since);
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }
}
