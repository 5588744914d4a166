package dev.touchstone.usermanagement.account;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserView;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** Registration, and the caller's own account. */
public final class AccountEndpoints implements HttpService {
  private final AccountService accounts;
  private final Authentication authentication;

  public AccountEndpoints(AccountService accounts, Authentication authentication) {
    this.accounts = accounts;
    this.authentication = authentication;
  }

  /** The response to a registration. */
  record Registered(UserView user) {}

  /** The body of a change of password. */
  record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "password change";
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/auth/register", this::register)
        .get("/api/v1/users/me", this::me)
        .patch("/api/v1/users/me", this::update)
        .post("/api/v1/users/me/password", this::changePassword);
  }

  private void register(ServerRequest request, ServerResponse response) {
    User user = accounts.register(Json.read(request, Registration.class));
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, Status.CREATED_201, new Registered(UserView.of(user)));
  }

  private void me(ServerRequest request, ServerResponse response) {
    send(response, accounts.me(authentication.required(request)));
  }

  private void update(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    ProfileChange change = Json.read(request, ProfileChange.class).accept(principal.role());
    send(response, accounts.update(principal, change));
  }

  private void changePassword(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    PasswordChange change = Json.read(request, PasswordChange.class);
    String current = change.currentPassword() == null ? "" : change.currentPassword();
    String wanted = change.newPassword() == null ? "" : change.newPassword();
    new Violations()
        .check(!current.isEmpty(), "current_password", "required", "Enter the current password.")
        .check(!wanted.isEmpty(), "new_password", "required", "Enter the new password.")
        .finish();
    accounts.changePassword(principal, current, wanted);
    response.status(Status.NO_CONTENT_204).send();
  }

  private static void send(ServerResponse response, User user) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, UserView.of(user));
  }
}
