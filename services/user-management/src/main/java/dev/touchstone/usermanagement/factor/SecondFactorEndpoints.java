package dev.touchstone.usermanagement.factor;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second factor of the own account, and its removal by an administrator. */
public final class SecondFactorEndpoints implements HttpService {
  private final SecondFactorService factors;
  private final Authentication authentication;

  public SecondFactorEndpoints(SecondFactorService factors, Authentication authentication) {
    this.factors = factors;
    this.authentication = authentication;
  }

  /** The body of a change: which of the two it needs depends on the change. */
  record Proof(@Nullable String password, @Nullable String code) {
    String requiredPassword() {
      String given = password == null ? "" : password;
      new Violations()
          .check(!given.isEmpty(), "password", "required", "Enter your password.")
          .finish();
      return given;
    }

    String requiredCode() {
      String given = code == null ? "" : code;
      new Violations().check(!given.isBlank(), "code", "required", "Enter the code.").finish();
      return given;
    }

    @Override
    public String toString() {
      return "proof";
    }
  }

  /** The state of the second factor on the wire. */
  record StatusView(boolean required, @Nullable Instant totpSince, int recoveryCodesLeft) {}

  /** A secret for the app on the wire. */
  record EnrolmentView(String secret, String uri) {
    @Override
    public String toString() {
      return "enrolment";
    }
  }

  /** Recovery codes on the wire; they are never shown again. */
  record RecoveryCodesView(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "recovery codes";
    }
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/users/me/second-factor", this::status)
        .post("/api/v1/users/me/second-factor/totp", this::begin)
        .post("/api/v1/users/me/second-factor/totp/confirmation", this::confirm)
        .post("/api/v1/users/me/second-factor/recovery-codes", this::renewRecoveryCodes)
        .post("/api/v1/users/me/second-factor/removal", this::remove)
        .delete("/api/v1/users/{id}/second-factor", this::removeOf);
  }

  private void status(ServerRequest request, ServerResponse response) {
    SecondFactorService.Status status = factors.status(authentication.required(request));
    send(
        response,
        Status.OK_200,
        new StatusView(status.required(), status.totpSince(), status.recoveryCodesLeft()));
  }

  private void begin(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Proof proof = Json.read(request, Proof.class);
    SecondFactorService.Enrolment made = factors.begin(principal, proof.requiredPassword());
    send(response, Status.CREATED_201, new EnrolmentView(made.secret(), made.uri()));
  }

  private void confirm(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Proof proof = Json.read(request, Proof.class);
    send(response, Status.OK_200, view(factors.confirm(principal, proof.requiredCode())));
  }

  private void renewRecoveryCodes(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Proof proof = Json.read(request, Proof.class);
    List<RecoveryCode> codes =
        factors.renewRecoveryCodes(principal, proof.requiredPassword(), proof.requiredCode());
    send(response, Status.OK_200, view(codes));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    Proof proof = Json.read(request, Proof.class);
    factors.remove(principal, proof.requiredPassword(), proof.requiredCode());
    response.status(Status.NO_CONTENT_204).send();
  }

  private void removeOf(ServerRequest request, ServerResponse response) {
    Principal administrator = authentication.atLeast(request, Role.ADMIN);
    factors.removeOf(administrator, id(request));
    response.status(Status.NO_CONTENT_204).send();
  }

  private static long id(ServerRequest request) {
    return PathParameters.id(request, SecondFactorService::userNotFound);
  }

  private static RecoveryCodesView view(List<RecoveryCode> codes) {
    return new RecoveryCodesView(codes.stream().map(RecoveryCode::text).toList());
  }

  private static void send(ServerResponse response, Status status, Object body) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, status, body);
  }
}
