package dev.touchstone.usermanagement.oidc;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.session.SessionEndpoints;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sign-in with the provider. Browsers come here by following links, so failures are pages. */
public final class OidcEndpoints implements HttpService {
  private static final String COOKIE = "touchstone_oidc";
  private static final String PATH = "/api/v1/auth/oidc";

  private final Optional<OidcService> oidc;
  private final SessionEndpoints sessions;

  /**
   * Serves the sign-in.
   *
   * @param oidc empty if no provider is configured
   */
  public OidcEndpoints(Optional<OidcService> oidc, SessionEndpoints sessions) {
    this.oidc = oidc;
    this.sessions = sessions;
  }

  /** What the sign-in page shows; the name is null without a provider. */
  record Provider(@Nullable String name) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/auth/oidc", this::provider)
        .get("/api/v1/auth/oidc/start", this::start)
        .get("/api/v1/auth/oidc/callback", this::callback);
  }

  private void provider(ServerRequest request, ServerResponse response) {
    Json.send(response, new Provider(oidc.map(OidcService::name).orElse(null)));
  }

  private void start(ServerRequest request, ServerResponse response) {
    OidcService service = required();
    try {
      OidcService.Begun begun = service.begin(request.query().first("return_to").orElse("/"));
      response
          .headers()
          .addCookie(cookie(request, begun.kept()).maxAge(PendingSignIn.LIFETIME).build());
      redirect(response, begun.provider().toString());
    } catch (OidcRefusal refusal) {
      redirect(response, failed(service, refusal.code()));
    }
  }

  private void callback(ServerRequest request, ServerResponse response) {
    OidcService service = required();
    response.headers().addCookie(cookie(request, "").expires(Instant.EPOCH).build());
    redirect(response, outcome(service, request, response));
  }

  /** The page that shows the outcome. */
  private String outcome(OidcService service, ServerRequest request, ServerResponse response) {
    try {
      OidcService.Recognised recognised =
          service.complete(
              request.headers().cookies().first(COOKIE).asOptional(),
              request.query().first("state").orElse(""),
              request.query().first("code").asOptional());
      sessions.signIn(recognised.user(), request, response);
      return service.page(recognised.returnTo());
    } catch (OidcRefusal refusal) {
      return failed(service, refusal.code());
    } catch (ProblemException problem) {
      Object challenge = problem.members().get("challenge");
      // Behind #, which browsers send to nobody.
      return challenge == null
          ? failed(service, problem.code())
          : service.page("/sign-in#challenge=" + challenge + "&methods=" + methods(problem));
    }
  }

  private static String methods(ProblemException problem) {
    return problem.members().get("methods") instanceof List<?> methods
        ? methods.stream().map(Object::toString).collect(Collectors.joining(","))
        : "";
  }

  private static String failed(OidcService service, String code) {
    return service.page("/sign-in?error=" + code);
  }

  private static void redirect(ServerResponse response, String address) {
    response
        .status(Status.SEE_OTHER_303)
        .header(HeaderNames.LOCATION, address)
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send();
  }

  /** Lax, not Strict: the provider sends the browser here, and the cookie must come along. */
  private static SetCookie.Builder cookie(ServerRequest request, String value) {
    return SetCookie.builder(COOKIE, value)
        .path(PATH)
        .httpOnly(true)
        .sameSite(SetCookie.SameSite.LAX)
        .secure(SessionEndpoints.isSecure(request));
  }

  private OidcService required() {
    return oidc.orElseThrow(() ->
        ProblemException.notFound("oidc_not_configured", "There is no such way to sign in here."));
  }
}
