package dev.touchstone.usermanagement.token;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Publishes the keys that verify access tokens (RFC 7517). */
public final class JwksEndpoints implements HttpService {
  private final SigningKeys keys;

  /** Publishes the given keys. */
  public JwksEndpoints(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/.well-known/jwks.json", this::jwks);
  }

  private void jwks(ServerRequest request, ServerResponse response) {
    response
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        // Far shorter than the overlap of keys, but long enough to save most requests.
        .header(HeaderNames.CACHE_CONTROL, "public, max-age=60")
        .send(keys.published().toString());
  }
}
