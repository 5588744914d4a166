package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.token.AccessTokens;
import dev.touchstone.usermanagement.token.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An account and a token for each {@link Actor}. */
final class Cast {
  private static final String PASSWORD = "vai diễn trên sân khấu";
  private static final String USERS = "/api/v1/users";

  private final StandalonePlatform platform;
  private final Map<Actor, String> tokens = new EnumMap<>(Actor.class);
  private final Map<Actor, JsonNode> accounts = new EnumMap<>(Actor.class);

  /** A token that permits to read exercises, for operations that need another scope. */
  private final String exercisesOnly;

  /** A token that permits to read accounts, for all others. */
  private final String usersOnly;

  Cast(StandalonePlatform platform) {
    this.platform = platform;
    tokens.put(Actor.ADMINISTRATOR, platform.administratorToken());
    for (Actor learner : List.of(Actor.LEARNER, Actor.OTHER_LEARNER)) {
      signIn(learner, Role.LEARNER);
    }
    for (Actor author : Actor.values()) {
      if (author.isAuthor()) {
        signIn(author, Role.AUTHOR);
      }
    }
    for (Actor actor : List.of(Actor.DEACTIVATED, Actor.REVOKED, Actor.OUT_OF_SCOPE)) {
      signIn(actor, Role.ADMIN);
    }
    exercisesOnly = apiToken("exercises:read");
    usersOnly = apiToken("users:read");
    tokens.put(Actor.EXPIRED, expired());
    close();
    endSession();
    for (Actor gone : Actor.values()) {
      if (gone.isUnauthenticated()) {
        Await.until(
            "the end of " + gone, () -> as(gone, USERS + "/me").get(USERS + "/me").status() == 401);
      }
    }
  }

  /** Calls as somebody. */
  HttpProbe as(Actor actor) {
    return as(actor, "");
  }

  /** Calls as somebody an address that a token may have a scope for. */
  HttpProbe as(Actor actor, String path) {
    HttpProbe probe = platform.probe();
    return switch (actor) {
      case ANONYMOUS -> probe;
      case OUT_OF_SCOPE -> probe.withToken(isOfUsers(path) ? exercisesOnly : usersOnly);
      default -> probe.withToken(token(actor));
    };
  }

  private static boolean isOfUsers(String path) {
    return path.startsWith(USERS) || path.startsWith("/api/v1/invitations");
  }

  String username(Actor actor) {
    return account(actor).path("username").asString();
  }

  long id(Actor actor) {
    return account(actor).path("id").asLong();
  }

  private String token(Actor actor) {
    String token = tokens.get(actor);
    assertThat(token).as("the token of " + actor).isNotNull();
    return String.valueOf(token);
  }

  private JsonNode account(Actor actor) {
    JsonNode account = accounts.get(actor);
    assertThat(account).as("the account of " + actor).isNotNull();
    return account == null ? Json.MAPPER.nullNode() : account;
  }

  private void signIn(Actor actor, Role role) {
    String username = "vai-" + actor.name().toLowerCase(Locale.ROOT).replace('_', '-');
    JsonNode account =
        post(
            as(Actor.ADMINISTRATOR),
            USERS,
            Map.of(
                "username",
                username,
                "email",
                username + "@example.org",
                "password",
                PASSWORD,
                "role",
                role.wireName()));
    accounts.put(actor, account);
    tokens.put(actor, Learner.signIn(platform.probe(), username, PASSWORD));
  }

  private String apiToken(String scope) {
    Map<String, Object> body =
        Map.of("name", scope, "scopes", List.of(scope), "expires_in_days", 1);
    return post(platform.probe().withToken(token(Actor.OUT_OF_SCOPE)), USERS + "/me/tokens", body)
        .path("token")
        .asString();
  }

  /** Signed by the key of the platform, a day ago. */
  private String expired() {
    try (Database database =
        Database.open(
            DatabaseConfiguration.from(
                Environment.of(Map.of("DATABASE_URL", platform.databaseUrl("auth")))),
            "db/user-management")) {
      Path secret = platform.data().resolve("secrets/signing-secret");
      SigningKeys keys =
          new SigningKeys(database.jdbi(), Secret.of(Files.readString(secret)), Clock.systemUTC());
      keys.refresh();
      Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
      return new AccessTokens(keys, Duration.ofMinutes(10), yesterday)
          .issue(new Principal(1, "admin", Role.ADMIN, UUID.randomUUID().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() {
    String path = USERS + "/" + id(Actor.DEACTIVATED);
    HttpProbe.Answer answer = as(Actor.ADMINISTRATOR).send("PATCH", path, "{\"is_active\": false}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Ends the session from another one. */
  private void endSession() {
    String other = Learner.signIn(platform.probe(), username(Actor.REVOKED), PASSWORD);
    HttpProbe probe = platform.probe().withToken(other);
    HttpProbe.Answer answer = probe.send(probe.request(USERS + "/me/sessions").DELETE());
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  static JsonNode post(HttpProbe by, String path, Map<String, ?> body) {
    HttpProbe.Answer answer = by.post(path, Json.MAPPER.writeValueAsString(body));
    assertThat(answer.status()).as(path + ": " + answer.text()).isBetween(200, 299);
    return answer.json();
  }
}
