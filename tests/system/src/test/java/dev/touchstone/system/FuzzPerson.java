package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.HttpProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Who sends requests.
 *
 * @param role as in the contract; empty for whoever sends no token
 * @param token empty for none
 */
record FuzzPerson(String role, String username, String password, String token) {
  static final FuzzPerson ANONYMOUS =
      new FuzzPerson("", "nobody-here", "no password of anybody", "");
  static final List<String> ROLES = List.of("learner", "author", "admin");
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Another part of the platform. */
  static FuzzPerson part(String token) {
    return new FuzzPerson("part", "nobody-here", "no password of anybody", token);
  }

  /** Makes an account. */
  static FuzzPerson make(HttpProbe administrator, HttpProbe platform, String role, FuzzIds ids) {
    String username = "fuzz-" + role + COUNT.incrementAndGet();
    String password = "ngôi nhà trên đồi " + COUNT.get();
    Map<String, String> account = new HashMap<>();
    account.put("username", username);
    account.put("email", username + "@example.org");
    account.put("password", password);
    account.put("role", role);
    HttpProbe.Answer made =
        administrator.post("/api/v1/users", Json.MAPPER.writeValueAsString(account));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode id = made.json().path("id");
    ids.spare(id);
    return new FuzzPerson(role, username, password, Learner.signIn(platform, username, password));
  }

  /** Whether the account still exists and the session goes on. */
  boolean isSignedIn(HttpProbe platform) {
    return sender(platform).get("/api/v1/users/me").status() == 200;
  }

  HttpProbe sender(HttpProbe platform) {
    return token.isEmpty() ? platform : platform.withToken(token);
  }
}
