package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.ApiToken;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApiTokenTest {
  private static final RunningGateway GATEWAY = RunningGateway.start(Map.of());

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  /** A token that user management exchanges for one of the given user. */
  private static String known(long userId) {
    String token = ApiToken.create().value().reveal();
    GATEWAY.exchanges.put(token, RunningGateway.TOKENS.token(userId, "lan", "learner"));
    return token;
  }

  private static HttpProbe.Answer progress(String token) {
    return GATEWAY.probe.withToken(token).get("/api/v1/progress");
  }

  @Test
  void servicesGetAnAccessTokenInItsPlaceAndUserManagementIsAskedOnce() {
    String token = known(7);
    int before = GATEWAY.exchanged.get();
    assertThat(progress(token).status()).isEqualTo(200);
    assertThat(progress(token).status()).isEqualTo(200);
    assertThat(GATEWAY.exchanged.get()).isEqualTo(before + 1);
    assertThat(GATEWAY.scores.lastAsked().header("Authorization"))
        .isEqualTo("Bearer " + GATEWAY.exchanges.get(token));
  }

  @Test
  void anUnknownOneIsRefused() {
    HttpProbe.Answer unknown = progress(ApiToken.create().value().reveal());
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.code()).isEqualTo("token_invalid");
    int before = GATEWAY.exchanged.get();
    assertThat(progress("tspat_" + "0".repeat(42)).code()).isEqualTo("token_invalid");
    assertThat(GATEWAY.exchanged.get()).as("what no checksum admits").isEqualTo(before);
  }

  @Test
  void aDeletedOneIsRefusedAlthoughItsAccessTokenIsKept() {
    String token = known(13); // its session is in the list of revocations
    Await.until("the revocation", () -> progress(token).code().equals("token_revoked"));
  }
}
