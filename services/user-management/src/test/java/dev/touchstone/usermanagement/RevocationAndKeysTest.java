package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.RevocationFeed;
import dev.touchstone.platform.security.Revocations;
import dev.touchstone.platform.security.TokenVerifier;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RevocationAndKeysTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String REVOCATIONS = "/internal/v1/revocations";
  private static final URI HERE = URI.create("http://127.0.0.1:" + SERVICE.service.port());

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void theListGoesOnWhereItsCursorSays() {
    String start =
        SERVICE.get(RunningService.INTERNAL_TOKEN, REVOCATIONS).json().path("cursor").asString();
    Person person = SERVICE.newLearner();
    SERVICE.postCookie("/api/v1/auth/logout", person.cookie());
    HttpProbe.Answer news =
        SERVICE.get(RunningService.INTERNAL_TOKEN, REVOCATIONS + "?since=" + start);
    assertThat(news.json().path("revoked").size()).isEqualTo(1);
    String cursor = news.json().path("cursor").asString();
    HttpProbe.Answer later =
        SERVICE.get(RunningService.INTERNAL_TOKEN, REVOCATIONS + "?since=" + cursor);
    assertThat(later.json().path("revoked").size()).isZero();
    assertThat(later.json().path("cursor").asString()).isEqualTo(cursor);
  }

  @Test
  void theListIsForOurServicesOnly() {
    assertThat(SERVICE.get(null, REVOCATIONS).code()).isEqualTo("unauthenticated");
    Person admin = SERVICE.administrator();
    assertThat(SERVICE.get(admin.token(), REVOCATIONS).code()).isEqualTo("token_invalid");
    assertThat(SERVICE.get(RunningService.INTERNAL_TOKEN, REVOCATIONS + "?since=x").code())
        .isEqualTo("invalid_request");
  }

  @Test
  void deletedAccountsAreListedAgainUntilTheirTokensHaveExpired() {
    String list = "/internal/v1/deleted-accounts";
    try (RunningService own = RunningService.start()) {
      assertThat(own.get(null, list).status()).isEqualTo(401);
      assertThat(own.get(RunningService.INTERNAL_TOKEN, list + "?since=x").status()).isEqualTo(400);
      Person person = own.newLearner();
      String path = "/api/v1/users/";
      own.delete(own.administrator().token(), path + person.id(), path + "{id}");
      HttpProbe.Answer first = own.get(RunningService.INTERNAL_TOKEN, list);
      assertThat(first.json().at("/user_ids/0").asLong()).isEqualTo(person.id());
      assertThat(first.json().path("cursor").asString()).isEqualTo("0");
      own.clock.advance(Duration.ofMinutes(16));
      JsonNode second = own.get(RunningService.INTERNAL_TOKEN, list).json();
      assertThat(second.path("user_ids").size()).isEqualTo(1);
      String cursor = second.path("cursor").asString();
      JsonNode last = own.get(RunningService.INTERNAL_TOKEN, list + "?since=" + cursor).json();
      assertThat(last.path("user_ids").size()).isZero();
      assertThat(last.path("cursor").asString()).isEqualTo(cursor);
    }
  }

  @Test
  void otherServicesFindAccounts() {
    String users = "/internal/v1/users";
    Person person = SERVICE.newLearner();
    String token = RunningService.INTERNAL_TOKEN;
    for (String query :
        new String[] {
          "?username=" + person.username().toUpperCase(Locale.ROOT),
          "?ids=" + person.id() + ",999999"
        }) {
      JsonNode items = SERVICE.get(token, users + query, users).json().path("items");
      assertThat(items).as(query).hasSize(1);
      assertThat(items.at("/0/id").asLong()).isEqualTo(person.id());
      assertThat(items.at("/0/username").asString()).isEqualTo(person.username());
      assertThat(items.at("/0/role").asString()).isEqualTo("learner");
    }
    assertThat(SERVICE.get(token, users + "?username=no%00body", users).json().path("items"))
        .isEmpty();
    assertThat(SERVICE.get(token, users, users).json().path("items")).isEmpty();
    assertThat(SERVICE.get(token, users + "?ids=x", users).code()).isEqualTo("invalid_request");
    assertThat(SERVICE.get(person.token(), users, users).status()).isEqualTo(401);
  }

  @Test
  void otherServicesVerifyTheTokensAndLearnOfRevocations() {
    ServiceClient client = new ServiceClient(HERE, Secret.of(RunningService.INTERNAL_TOKEN));
    try (RevocationFeed feed = RevocationFeed.start(client)) {
      Person person = SERVICE.newLearner();
      Principal principal = TokenVerifier.remote(HERE, Revocations.none()).verify(person.token());
      assertThat(principal.userId()).isEqualTo(person.id());
      assertThat(feed.contains(principal.sessionId())).isFalse();
      SERVICE.postCookie("/api/v1/auth/logout", person.cookie());
      Await.until("the end of the session", () -> feed.contains(principal.sessionId()));
    }
  }

  @Test
  void publishesNoPrivateKey() {
    HttpProbe.Answer answer = SERVICE.get(null, "/.well-known/jwks.json");
    assertThat(answer.json().at("/keys/0").has("d")).isFalse();
    assertThat(answer.header("Cache-Control")).contains("max-age");
  }

  @Test
  void keysAndSessionsSurviveARestart() {
    String database = TestDatabase.createUrl();
    Person person;
    try (RunningService before = RunningService.start(database)) {
      person = before.newLearner();
      assertThat(before.service.firstAdministrator()).isPresent();
    }
    try (RunningService after = RunningService.start(database)) {
      assertThat(after.service.firstAdministrator()).as("made once").isEmpty();
      assertThat(after.get(person.token(), "/api/v1/users/me").status()).isEqualTo(200);
      assertThat(after.postCookie("/api/v1/auth/refresh", person.cookie()).status()).isEqualTo(200);
    }
  }

  @Test
  void anotherSigningSecretIsNamed() {
    String database = TestDatabase.createUrl();
    RunningService.start(database).close();
    var other =
        RunningService.configuration(
            database, Map.of("TOUCHSTONE_SIGNING_SECRET", "another-secret-of-this-test-only"));
    assertThatThrownBy(() -> UserManagementService.start(other))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TOUCHSTONE_SIGNING_SECRET")
        .hasMessageNotContaining("another-secret");
  }

  @Test
  void whatIsStoredIsEncryptedAnewWhileTheSigningSecretIsRotated(@TempDir Path folder)
      throws Exception {
    String database = TestDatabase.createUrl();
    String old = "the-old-signing-secret-of-this-test";
    String fresh = "the-new-signing-secret-of-this-test";
    Path file = Files.writeString(folder.resolve("signing-secret"), old);
    Map<String, String> settings = new HashMap<>();
    settings.put("TOUCHSTONE_SIGNING_SECRET", "");
    settings.put("TOUCHSTONE_SIGNING_SECRET_FILE", file.toString());
    Person person;
    try (RunningService service = RunningService.start(database, settings)) {
      person = service.newLearner();
      String before = storedKey(database);
      Files.writeString(file, fresh + "\n" + old);
      Await.until("the key is encrypted anew", () -> !storedKey(database).equals(before));
      assertThat(service.get(person.token(), "/api/v1/users/me").status()).isEqualTo(200);
    }
    Files.writeString(file, fresh);
    try (RunningService service = RunningService.start(database, settings)) {
      assertThat(service.get(person.token(), "/api/v1/users/me").status()).isEqualTo(200);
    }
  }

  private static String storedKey(String database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.replace("postgresql://postgres:postgres@", "jdbc:postgresql://"),
                "postgres",
                "postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT encode(private_key, 'hex') FROM signing_keys")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void missingSecretsFailTheStart() {
    assertThatThrownBy(() ->
            RunningService.configuration(
                "postgresql://a:b@localhost/c",
                Map.of(
                    "TOUCHSTONE_INTERNAL_TOKEN", "short",
                    "TOUCHSTONE_SIGNING_SECRET", "",
                    "TOUCHSTONE_ACCESS_TOKEN_LIFETIME", "1h")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TOUCHSTONE_INTERNAL_TOKEN is shorter")
        .hasMessageContaining("TOUCHSTONE_SIGNING_SECRET")
        .hasMessageContaining("TOUCHSTONE_ACCESS_TOKEN_LIFETIME");
  }
}
