package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.token.AccessTokens;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserView;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** Sign in, refresh, sign out. */
public final class SessionEndpoints implements HttpService {
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final SessionService sessions;
  private final AccessTokens tokens;

  public SessionEndpoints(SessionService sessions, AccessTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** The body of a sign-in; the name may be an email address. */
  record Login(@Nullable String username, @Nullable String password) {
    @Override
    public String toString() {
      return "login of " + username;
    }
  }

  /** The body of the second step of a sign-in. */
  record SecondStepBody(@Nullable String challenge, @Nullable String code) {
    @Override
    public String toString() {
      return "second step of a login";
    }
  }

  /**
   * The response to a sign-in and to a refresh.
   *
   * @param enrolmentRequired whether the token only permits to set up the required second factor
   */
  record TokenAnswer(
      String accessToken,
      String tokenType,
      long expiresIn,
      UserView user,
      boolean enrolmentRequired) {
    @Override
    public String toString() {
      return "tokens of user " + user.id();
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/auth/login", this::login)
        .post("/api/v1/auth/second-factor", this::secondStep)
        .post("/api/v1/auth/refresh", this::refresh)
        .post("/api/v1/auth/logout", this::logout);
  }

  /**
   * Signs in somebody whom an OpenID Connect provider knows: sets the refresh cookie.
   *
   * @throws ProblemException as {@link SessionService#signIn}
   */
  public void signIn(User user, ServerRequest request, ServerResponse response) {
    // The browser comes from another site and so without its cookie, which must stay as it is.
    SessionService.Granted granted =
        sessions.signIn(user, DeviceCookie.client(request).withoutDevice());
    RefreshCookie.set(request, response, granted.token(), sessions.idle());
  }

  /**
   * Signs in somebody who has proven both factors by other means: sets the cookies and sends the
   * tokens.
   *
   * @throws ProblemException 403 {@code account_inactive} or {@code email_not_verified}
   */
  public void signInProven(User user, ServerRequest request, ServerResponse response) {
    Client client = DeviceCookie.client(request);
    begin(request, response, client, sessions.signInProven(user, client));
  }

  /** Whether cookies are for https only. */
  public static boolean isSecure(ServerRequest request) {
    return RefreshCookie.isSecure(request);
  }

  private void login(ServerRequest request, ServerResponse response) {
    Login login = Json.read(request, Login.class);
    String username = login.username() == null ? "" : login.username();
    String password = login.password() == null ? "" : login.password();
    new Violations()
        .check(
            !username.isBlank(), "username", "required", "Enter your user name or email address.")
        .check(!password.isEmpty(), "password", "required", "Enter your password.")
        .finish();
    Client client = DeviceCookie.client(request);
    begin(request, response, client, sessions.login(username, password, client));
  }

  private void secondStep(ServerRequest request, ServerResponse response) {
    SecondStepBody body = Json.read(request, SecondStepBody.class);
    String challenge = body.challenge() == null ? "" : body.challenge();
    String code = body.code() == null ? "" : body.code();
    new Violations()
        .check(!challenge.isEmpty(), "challenge", "required", "Send the challenge.")
        .check(!code.isBlank(), "code", "required", "Enter the code.")
        .finish();
    Client client = DeviceCookie.client(request);
    begin(request, response, client, sessions.complete(RefreshToken.of(challenge), code, client));
  }

  private void begin(
      ServerRequest request,
      ServerResponse response,
      Client client,
      SessionService.Granted granted) {
    RefreshCookie.set(request, response, granted.token(), sessions.idle());
    DeviceCookie.set(request, response, client);
    send(response, granted);
  }

  private void refresh(ServerRequest request, ServerResponse response) {
    requireSameOrigin(request);
    RefreshToken token = RefreshCookie.read(request).orElseThrow(SessionService::refreshInvalid);
    SessionService.Granted granted = sessions.refresh(token);
    RefreshCookie.set(request, response, granted.token(), sessions.idle());
    send(response, granted);
  }

  private void logout(ServerRequest request, ServerResponse response) {
    requireSameOrigin(request);
    RefreshCookie.read(request).ifPresent(sessions::logout);
    RefreshCookie.clear(request, response);
    response.status(Status.NO_CONTENT_204).send();
  }

  /** SameSite=Strict excludes other sites; this also excludes other hosts of our own site. */
  private static void requireSameOrigin(ServerRequest request) {
    String site = request.headers().first(FETCH_SITE).orElse("none");
    if (!site.equals("same-origin") && !site.equals("none")) {
      throw ProblemException.of(
          403,
          "cross_site",
          "Requests from other sites are refused. Open Touchstone itself and try again.");
    }
  }

  private void send(ServerResponse response, SessionService.Granted granted) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Session session = granted.session();
    Principal principal = sessions.principal(session);
    Json.send(
        response,
        new TokenAnswer(
            tokens.issue(principal),
            "Bearer",
            tokens.lifetime().toSeconds(),
            UserView.of(session.user()),
            principal.scopes().granted().isPresent()));
  }
}
