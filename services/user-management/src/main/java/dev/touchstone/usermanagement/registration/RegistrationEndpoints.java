package dev.touchstone.usermanagement.registration;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.user.EmailAddress;
import dev.touchstone.usermanagement.user.Locales;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may register, and invitations. */
public final class RegistrationEndpoints implements HttpService {
  private final RegistrationPolicy policy;
  private final Authentication authentication;

  public RegistrationEndpoints(RegistrationPolicy policy, Authentication authentication) {
    this.policy = policy;
    this.authentication = authentication;
  }

  /** The body of an invitation. */
  record NewInvitation(@Nullable String email, @Nullable String locale) {}

  /** The invitations that can be used. */
  record Open(List<InvitationStore.Invitation> items) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/auth/registration", this::view)
        .get("/api/v1/invitations", this::list)
        .post("/api/v1/invitations", this::invite)
        .delete("/api/v1/invitations/{id}", this::withdraw);
  }

  private void view(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CACHE_CONTROL, "no-cache");
    Json.send(response, policy.view());
  }

  private void list(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, new Open(policy.open()));
  }

  private void invite(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    NewInvitation body = Json.read(request, NewInvitation.class);
    Optional<String> email = Optional.ofNullable(body.email()).map(EmailAddress::normalise);
    String locale = body.locale() == null ? Locales.DEFAULT : body.locale();
    new Violations()
        .check(
            email.map(EmailAddress::isValid).orElse(true),
            "email",
            "email_invalid",
            "Enter an email address.")
        .check(Locales.isKnown(locale), "locale", "locale_unknown", "Use en or vi.")
        .finish();
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, Status.CREATED_201, policy.invite(principal, email, locale));
  }

  private void withdraw(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    policy.withdraw(principal, PathParameters.id(request, RegistrationPolicy::invitationNotFound));
    response.status(Status.NO_CONTENT_204).send();
  }
}
