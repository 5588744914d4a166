package dev.touchstone.platform.security;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.telemetry.LogFields;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Identifies the caller from the bearer token of the request. Every way to a caller checks that the
 * scopes of a limited token permit the request, so that no endpoint can forget it. Thread-safe.
 */
public final class Authentication {
  private static final String SCHEME = "Bearer ";
  private final TokenVerifier verifier;

  /** Checks tokens with the given verifier. */
  public Authentication(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Returns the caller, or nothing for a request without a token. An invalid token is an error even
   * where none is required.
   *
   * @throws ProblemException 401 on a bad token, 403 if its scopes do not permit the request
   */
  public Optional<Principal> optional(ServerRequest request) {
    Optional<Principal> principal = bearer(request).map(verifier::verify);
    principal.ifPresent(Authentication::note);
    principal.ifPresent(caller ->
        caller
            .scopes()
            .require(
                request.prologue().method().text(),
                request.path().absolute().path(),
                caller.userId()));
    return principal;
  }

  /**
   * Returns the caller.
   *
   * @throws ProblemException 401 without a valid token
   */
  public Principal required(ServerRequest request) {
    return optional(request).orElseThrow(ProblemException::unauthenticated);
  }

  /**
   * Returns the caller if the role is sufficient.
   *
   * @throws ProblemException 401 without a valid token, 403 with too low a role
   */
  public Principal atLeast(ServerRequest request, Role role) {
    Principal principal = required(request);
    if (!principal.role().atLeast(role)) {
      throw ProblemException.forbidden();
    }
    return principal;
  }

  /** Log lines and the span of the request name its caller. */
  private static void note(Principal caller) {
    MDC.put(LogFields.USER_ID, Long.toString(caller.userId()));
    Span.current().setAttribute("user.id", Long.toString(caller.userId()));
  }

  /** The bearer token of a request, if any. */
  static Optional<String> bearer(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.AUTHORIZATION)
        .map(value -> {
          if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ProblemException.unauthenticated();
          }
          return value.substring(SCHEME.length()).strip();
        });
  }
}
