package dev.touchstone.usermanagement.passkey;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.usermanagement.session.SessionEndpoints;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The passkeys of the caller, and signing in with one. */
public final class PasskeyEndpoints implements HttpService {
  private static final int LONGEST_NAME = 80;

  private final PasskeyService passkeys;
  private final SessionEndpoints sessions;
  private final Authentication authentication;

  public PasskeyEndpoints(
      PasskeyService passkeys, SessionEndpoints sessions, Authentication authentication) {
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.authentication = authentication;
  }

  /** The body of a request to add a passkey; the code for an account with an authenticator app. */
  record Begin(@Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "request for a passkey";
    }
  }

  /** The body that adds a passkey; the credential as browsers write it. */
  record Addition(@Nullable String name, @Nullable JsonNode credential) {
    @Override
    public String toString() {
      return "passkey";
    }
  }

  /** The body of a sign-in; the credential as browsers write it. */
  record SignIn(@Nullable JsonNode credential) {
    @Override
    public String toString() {
      return "sign-in with a passkey";
    }
  }

  /** The passkeys on the wire. */
  record Items(List<PasskeyStore.Listed> items) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/users/me/passkeys", this::list)
        .post("/api/v1/users/me/passkeys/options", this::begin)
        .post("/api/v1/users/me/passkeys", this::add)
        .delete("/api/v1/users/me/passkeys/{id}", this::remove)
        .post("/api/v1/auth/passkey/options", this::beginSignIn)
        .post("/api/v1/auth/passkey", this::signIn);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    send(response, Status.OK_200, new Items(passkeys.list(principal)));
  }

  private void begin(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Begin body = Json.read(request, Begin.class);
    String password = body.password() == null ? "" : body.password();
    new Violations()
        .check(!password.isEmpty(), "password", "required", "Enter your password.")
        .finish();
    String code = body.code() == null ? "" : body.code();
    PasskeyService.Question question = passkeys.beginAdding(principal, password, code);
    send(response, Status.OK_200, CeremonyOptions.toCreate(question));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Addition body = Json.read(request, Addition.class);
    String name = body.name() == null ? "" : body.name().strip();
    JsonNode credential = body.credential();
    new Violations()
        .check(!name.isEmpty(), "name", "required", "Give the passkey a name.")
        .check(name.length() <= LONGEST_NAME, "name", "too_long", "Use at most 80 characters.")
        .check(
            StorableText.isStorable(name), "name", "invalid_text", "Send valid text without NUL.")
        .check(isObject(credential), "credential", "required", "Send what the browser returned.")
        .finish();
    send(response, Status.CREATED_201, passkeys.add(principal, name, String.valueOf(credential)));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    passkeys.remove(principal, PathParameters.id(request, PasskeyService::notFound));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void beginSignIn(ServerRequest request, ServerResponse response) {
    send(response, Status.OK_200, CeremonyOptions.toGet(passkeys.beginSignIn()));
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    JsonNode credential = Json.read(request, SignIn.class).credential();
    new Violations()
        .check(isObject(credential), "credential", "required", "Send what the browser returned.")
        .finish();
    sessions.signInProven(passkeys.recognise(String.valueOf(credential)), request, response);
  }

  private static boolean isObject(@Nullable JsonNode node) {
    return node != null && node.isObject();
  }

  private static void send(ServerResponse response, Status status, Object body) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, status, body);
  }
}
