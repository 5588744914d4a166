package dev.touchstone.usermanagement.verification;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.session.CurrentPassword;
import dev.touchstone.usermanagement.user.EmailAddress;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** Confirmation and change of the mail address. */
public final class VerificationEndpoints implements HttpService {
  private final AddressVerification verification;
  private final CurrentPassword currentPassword;
  private final Authentication authentication;

  public VerificationEndpoints(
      AddressVerification verification,
      CurrentPassword currentPassword,
      Authentication authentication) {
    this.verification = verification;
    this.currentPassword = currentPassword;
    this.authentication = authentication;
  }

  /** The body of a confirmation. */
  record Confirmation(@Nullable String token) {
    @Override
    public String toString() {
      return "confirmation";
    }
  }

  /** The body of a change of address. */
  record EmailChange(@Nullable String email, @Nullable String currentPassword) {
    @Override
    public String toString() {
      return "change of address";
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/auth/verify-email", this::confirm)
        .post("/api/v1/users/me/email", this::change)
        .post("/api/v1/users/me/email/verification", this::sendAgain);
  }

  private void confirm(ServerRequest request, ServerResponse response) {
    Confirmation confirmation = Json.read(request, Confirmation.class);
    String token = confirmation.token() == null ? "" : confirmation.token();
    new Violations()
        .check(!token.isEmpty(), "token", "required", "Send the token of the link.")
        .finish();
    verification.confirm(token);
    response.status(Status.NO_CONTENT_204).send();
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    EmailChange change = Json.read(request, EmailChange.class);
    String email = EmailAddress.normalise(change.email() == null ? "" : change.email());
    String password = change.currentPassword() == null ? "" : change.currentPassword();
    new Violations()
        .check(EmailAddress.isValid(email), "email", "email_invalid", "Enter an email address.")
        .check(!password.isEmpty(), "current_password", "required", "Enter the current password.")
        .finish();
    var _ = currentPassword.require(principal, password);
    verification.change(principal, email);
    response.status(Status.ACCEPTED_202).send();
  }

  private void sendAgain(ServerRequest request, ServerResponse response) {
    verification.sendAgain(authentication.required(request));
    response.status(Status.ACCEPTED_202).send();
  }
}
