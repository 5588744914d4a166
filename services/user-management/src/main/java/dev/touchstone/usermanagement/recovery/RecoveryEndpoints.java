package dev.touchstone.usermanagement.recovery;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** A new password by a link. */
public final class RecoveryEndpoints implements HttpService {
  /** As the longest address; names are shorter. */
  private static final int LONGEST_LOGIN = 254;

  private final PasswordReset reset;
  private final Authentication authentication;

  public RecoveryEndpoints(PasswordReset reset, Authentication authentication) {
    this.reset = reset;
    this.authentication = authentication;
  }

  /** The body of a request for a link. */
  record ResetRequest(@Nullable String login) {}

  /** The body of a new password. */
  record NewPassword(@Nullable String token, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "new password";
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/auth/password-reset", this::request)
        .post("/api/v1/auth/password-reset/confirm", this::confirm)
        .post("/api/v1/users/{id}/reset-link", this::createLink);
  }

  private void request(ServerRequest request, ServerResponse response) {
    ResetRequest body = Json.read(request, ResetRequest.class);
    String login = body.login() == null ? "" : body.login().strip();
    new Violations()
        .check(!login.isEmpty(), "login", "required", "Enter your user name or email address.")
        .check(
            login.length() <= LONGEST_LOGIN && StorableText.isStorable(login),
            "login",
            "login_invalid",
            "Enter a user name or an email address.")
        .finish();
    reset.request(login);
    response.status(Status.ACCEPTED_202).send();
  }

  private void confirm(ServerRequest request, ServerResponse response) {
    NewPassword body = Json.read(request, NewPassword.class);
    String token = body.token() == null ? "" : body.token();
    String password = body.newPassword() == null ? "" : body.newPassword();
    new Violations()
        .check(!token.isEmpty(), "token", "required", "Send the token of the link.")
        .check(!password.isEmpty(), "new_password", "required", "Enter the new password.")
        .finish();
    reset.confirm(token, password);
    response.status(Status.NO_CONTENT_204).send();
  }

  private void createLink(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    long id = PathParameters.id(request, PasswordReset::userNotFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, Status.CREATED_201, reset.createLink(principal, id));
  }
}
