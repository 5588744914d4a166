package dev.touchstone.platform.security;

import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ProblemException;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** Admits our own services and judges by their fixed shared tokens. Thread-safe. */
public final class InternalAuthentication {
  private final List<Secret> accepted;

  /** Admits callers with any of the given tokens. */
  public InternalAuthentication(Secret... accepted) {
    this.accepted = List.of(accepted);
  }

  /**
   * Admits the caller or ends the request.
   *
   * @throws ProblemException 401
   */
  public void require(ServerRequest request) {
    String token = Authentication.bearer(request).orElseThrow(ProblemException::unauthenticated);
    boolean matches = false;
    for (Secret secret : accepted) { // all of them, so that the time does not reveal which matched
      matches |= secret.matches(token);
    }
    if (!matches) {
      throw ProblemException.unauthenticated("token_invalid", "This token is not accepted here.");
    }
  }
}
