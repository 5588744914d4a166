package dev.touchstone.usermanagement.personal;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.administration.AdministrationService;
import dev.touchstone.usermanagement.session.CurrentPassword;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** A copy of the caller's data, and the deletion of the account. */
public final class PersonalDataEndpoints implements HttpService {
  private final PersonalData data;
  private final AdministrationService administration;
  private final CurrentPassword currentPassword;
  private final Authentication authentication;

  public PersonalDataEndpoints(
      PersonalData data,
      AdministrationService administration,
      CurrentPassword currentPassword,
      Authentication authentication) {
    this.data = data;
    this.administration = administration;
    this.currentPassword = currentPassword;
    this.authentication = authentication;
  }

  /** The body of a deletion. */
  record Deletion(@Nullable String currentPassword) {
    @Override
    public String toString() {
      return "deletion";
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/users/me/data", this::copy).post("/api/v1/users/me/deletion", this::delete);
  }

  private void copy(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"");
    Json.send(response, data.copy(principal));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Deletion body = Json.read(request, Deletion.class);
    String password = body.currentPassword() == null ? "" : body.currentPassword();
    new Violations()
        .check(!password.isEmpty(), "current_password", "required", "Enter the current password.")
        .finish();
    var _ = currentPassword.require(principal, password);
    administration.delete(principal, principal.userId());
    response.status(Status.NO_CONTENT_204).send();
  }
}
