package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApiTokenTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String TOKENS = "/api/v1/users/me/tokens";
  private static final String EXCHANGE = "/internal/v1/token-exchange";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static HttpProbe.Answer make(@Nullable String token, List<String> scopes) {
    return SERVICE.post(
        token, TOKENS, Map.of("name", "grading", "scopes", scopes, "expires_in_days", 30));
  }

  private static HttpProbe.Answer made(Person person, String... scopes) {
    HttpProbe.Answer answer = make(person.token(), List.of(scopes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  private static HttpProbe.Answer exchange(String apiToken) {
    return SERVICE.post(RunningService.INTERNAL_TOKEN, EXCHANGE, Map.of("token", apiToken));
  }

  private static String accessToken(HttpProbe.Answer made) {
    HttpProbe.Answer answer = exchange(made.json().path("token").asString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("access_token").asString();
  }

  private static HttpProbe.Answer delete(@Nullable String token, String id) {
    return SERVICE.delete(token, TOKENS + "/" + id, TOKENS + "/{id}");
  }

  @Test
  void isListedWithoutItsTextAndWithItsLastUse() {
    Person lan = SERVICE.newLearner();
    HttpProbe.Answer made = made(lan, "submissions:read", "users:read");
    HttpProbe.Answer listed = SERVICE.get(lan.token(), TOKENS);
    assertThat(listed.text()).doesNotContain(made.json().path("token").asString());
    assertThat(listed.json().at("/items/0")).isEqualTo(made.json().path("details"));
    assertThat(listed.json().at("/items/0/last_used_at").isNull()).isTrue();
    accessToken(made);
    assertThat(SERVICE.get(lan.token(), TOKENS).json().at("/items/0/last_used_at").isNull())
        .isFalse();
    assertThat(SERVICE.get(SERVICE.newLearner().token(), TOKENS).json().path("items")).isEmpty();
  }

  @Test
  void permitsWhatItsScopesPermit() {
    Person lan = SERVICE.newLearner();
    String readsUsers = accessToken(made(lan, "users:read"));
    assertThat(SERVICE.get(readsUsers, "/api/v1/users/me").status()).isEqualTo(200);
    // The role of its owner still counts.
    assertThat(SERVICE.get(readsUsers, "/api/v1/users").code()).isEqualTo("forbidden");
    String readsExercises = accessToken(made(lan, "exercises:read"));
    HttpProbe.Answer refused = SERVICE.probe.withToken(readsExercises).get("/api/v1/users/me");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("insufficient_scope");
    assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  void cannotMakeItselfMore() {
    Person administrator = SERVICE.administrator();
    HttpProbe.Answer made = made(administrator, "users:read", "users:write");
    String token = accessToken(made);
    assertThat(SERVICE.get(token, "/api/v1/users").status()).isEqualTo(200);
    Person lan = SERVICE.newLearner();
    String user = "/api/v1/users/{id}";
    assertThat(
            SERVICE
                .patch(token, "/api/v1/users/" + lan.id(), user, Map.of("role", "author"))
                .status())
        .isEqualTo(200);
    assertThat(make(token, List.of("users:read")).code()).isEqualTo("insufficient_scope");
    assertThat(SERVICE.get(token, TOKENS).code()).isEqualTo("insufficient_scope");
    assertThat(delete(token, made.json().at("/details/id").asString()).code())
        .isEqualTo("insufficient_scope");
    assertThat(
            SERVICE
                .post(
                    token,
                    "/api/v1/users/me/password",
                    Map.of("current_password", "x", "new_password", "y"))
                .code())
        .isEqualTo("insufficient_scope");
    assertThat(
            SERVICE
                .post(token, "/api/v1/users/me/second-factor/totp", Map.of("password", "x"))
                .code())
        .isEqualTo("insufficient_scope");
    assertThat(
            SERVICE
                .delete(
                    token,
                    "/api/v1/users/" + lan.id() + "/second-factor",
                    "/api/v1/users/{id}/second-factor")
                .code())
        .isEqualTo("insufficient_scope");
    assertThat(
            SERVICE
                .patch(
                    token, "/api/v1/users/" + administrator.id(), user, Map.of("is_active", true))
                .code())
        .isEqualTo("insufficient_scope");
  }

  @Test
  void reachesNoAdministrator() {
    Person administrator = SERVICE.administrator();
    String token = accessToken(made(administrator, "users:read", "users:write"));
    Map<String, Object> account =
        new HashMap<>(
            Map.of(
                "username", "made.by.token",
                "email", "made.by.token@example.org",
                "password", RunningService.PASSWORD,
                "role", "admin"));
    String users = "/api/v1/users";
    assertThat(SERVICE.post(token, users, account).code()).isEqualTo("insufficient_scope");
    account.put("role", "learner");
    HttpProbe.Answer made = SERVICE.post(token, users, account);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String learner = users + "/" + made.json().path("id").asLong();
    String user = "/api/v1/users/{id}";
    assertThat(SERVICE.patch(token, learner, user, Map.of("role", "admin")).code())
        .isEqualTo("insufficient_scope");
    account.putAll(
        Map.of("username", "second.admin", "email", "second@example.org", "role", "admin"));
    String other =
        users
            + "/"
            + SERVICE.post(administrator.token(), users, account).json().path("id").asLong();
    assertThat(SERVICE.patch(token, other, user, Map.of("email", "mine@example.org")).code())
        .isEqualTo("insufficient_scope");
    assertThat(SERVICE.delete(token, other, user).code()).isEqualTo("insufficient_scope");
    for (String line : List.of("second.admin,x@example.org,", "made.by.token,,admin")) {
      String table = "username,email,role\n" + line;
      assertThat(SERVICE.postTable(token, users + "/import", users + "/import", table).code())
          .isEqualTo("insufficient_scope");
    }
    assertThat(SERVICE.delete(token, learner, user).status()).isEqualTo(204);
    assertThat(SERVICE.delete(administrator.token(), other, user).status()).isEqualTo(204);
  }

  @Test
  void endsForAllServicesWhenItIsDeleted() {
    Person lan = SERVICE.newLearner();
    HttpProbe.Answer made = made(lan, "users:read");
    String token = accessToken(made);
    String id = made.json().at("/details/id").asString();
    assertThat(delete(SERVICE.newLearner().token(), id).code()).isEqualTo("api_token_not_found");
    assertThat(delete(lan.token(), id).status()).isEqualTo(204);
    assertThat(SERVICE.revokedSessions()).contains(id);
    assertThat(SERVICE.get(token, "/api/v1/users/me").code()).isEqualTo("token_revoked");
    assertThat(exchange(made.json().path("token").asString()).status()).isEqualTo(404);
    assertThat(delete(lan.token(), id).status()).isEqualTo(404);
  }

  @Test
  void endsWithItsTimeAndItsAccount() {
    Person lan = SERVICE.newLearner();
    HttpProbe.Answer made = made(lan, "users:read");
    String text = made.json().path("token").asString();
    SERVICE.clock.advance(Duration.ofDays(30).minusSeconds(90));
    HttpProbe.Answer last = exchange(text);
    assertThat(last.json().path("expires_in").asInt()).isBetween(1, 90);
    SERVICE.clock.advance(Duration.ofSeconds(90));
    assertThat(exchange(text).code()).isEqualTo("api_token_not_found");

    Person closed = SERVICE.newLearner();
    HttpProbe.Answer other = made(closed, "users:read");
    String access = accessToken(other);
    SERVICE.patch(
        SERVICE.administrator().token(),
        "/api/v1/users/" + closed.id(),
        "/api/v1/users/{id}",
        Map.of("is_active", false));
    assertThat(SERVICE.get(access, "/api/v1/users/me").code()).isEqualTo("token_revoked");
    assertThat(exchange(other.json().path("token").asString()).status()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNotAToken() {
    Person lan = SERVICE.newLearner();
    String text = made(lan, "users:read").json().path("token").asString();
    assertThat(exchange(text.substring(0, text.length() - 1) + "?").status()).isEqualTo(404);
    assertThat(exchange("").status()).isEqualTo(404);
    assertThat(SERVICE.post(lan.token(), EXCHANGE, Map.of("token", text)).status()).isEqualTo(401);
    // Services take access tokens only; the gateway exchanges.
    assertThat(SERVICE.get(text, "/api/v1/users/me").code()).isEqualTo("token_invalid");
    HttpProbe.Answer faults =
        SERVICE.post(
            lan.token(),
            TOKENS,
            Map.of("name", " ", "scopes", List.of("second_factor:enrol"), "expires_in_days", 367));
    assertThat(faults.status()).isEqualTo(400);
    assertThat(faults.json().path("errors")).hasSize(3);
  }

  @Test
  void anAccountHasFiftyAtMost() {
    Person lan = SERVICE.newLearner();
    for (int i = 0; i < 50; i++) {
      made(lan, "users:read");
    }
    assertThat(make(lan.token(), List.of("users:read")).code()).isEqualTo("too_many_tokens");
  }
}
