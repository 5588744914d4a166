package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final Person ADMIN = SERVICE.administrator();
  private static final String USERS = "/api/v1/users";
  private static final String USER = "/api/v1/users/{id}";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static HttpProbe.Answer change(String token, long id, Map<String, ?> change) {
    return SERVICE.patch(token, USERS + "/" + id, USER, change);
  }

  @Test
  void isForAdministratorsOnly() {
    Person learner = SERVICE.newLearner();
    assertThat(SERVICE.get(null, USERS).code()).isEqualTo("unauthenticated");
    assertThat(SERVICE.get(learner.token(), USERS).code()).isEqualTo("forbidden");
    assertThat(SERVICE.get(learner.token(), USERS + "/" + learner.id(), USER).status())
        .isEqualTo(403);
    assertThat(change(learner.token(), learner.id(), Map.of("role", "admin")).status())
        .isEqualTo(403);
  }

  @Test
  void givesTheFirstAdministratorThePasswordThatTheOperatorSet() {
    Map<String, String> settings =
        Map.of("TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD", "set-by-the-operator");
    try (RunningService service = RunningService.start(settings)) {
      Map<String, String> credentials =
          Map.of("username", "admin", "password", "set-by-the-operator");
      assertThat(service.post(null, "/api/v1/auth/login", credentials).status()).isEqualTo(200);
    }
  }

  @Test
  void refusesToStartWithAShortPasswordForTheFirstAdministrator() {
    Map<String, String> settings = Map.of("TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD", "short");
    assertThatThrownBy(() -> RunningService.start(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("shorter than 16 characters");
  }

  @Test
  void listsAllAccountsPageByPage() {
    for (int i = 0; i < 3; i++) {
      SERVICE.newLearner();
    }
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    do {
      HttpProbe.Answer page =
          SERVICE.get(
              ADMIN.token(), USERS + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.json().path("items").size()).isLessThanOrEqualTo(2);
      page.json().path("items").forEach(user -> seen.add(user.path("id").asLong()));
      cursor = page.json().path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(4);
    assertThat(SERVICE.get(ADMIN.token(), USERS).json().path("items").size())
        .isEqualTo(seen.size());
  }

  @Test
  void findsPartsOfNamesLiterally() {
    Person person = SERVICE.newLearner();
    String middle = person.username().substring(2).toUpperCase(java.util.Locale.ROOT);
    HttpProbe.Answer found = SERVICE.get(ADMIN.token(), USERS + "?q=" + middle);
    assertThat(found.json().path("items").valueStream().map(user -> user.path("id").asLong()))
        .contains(person.id());
    assertThat(SERVICE.get(ADMIN.token(), USERS + "?q=%25").json().path("items").size()).isZero();
    assertThat(SERVICE.get(ADMIN.token(), USERS + "?q=_").json().path("items").size()).isZero();
    assertThat(SERVICE.get(ADMIN.token(), USERS + "?q=%5C").json().path("items").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=x", "?cursor=WyJ4Il0", "?q=%00"})
  void refusesABadQuery(String query) {
    HttpProbe.Answer answer = SERVICE.get(ADMIN.token(), USERS + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
  }

  @Test
  void saysWhatIsWrongWithASearch() {
    for (var search : Map.of("%00", "invalid_text", "a".repeat(101), "too_long").entrySet()) {
      HttpProbe.Answer answer = SERVICE.get(ADMIN.token(), USERS + "?q=" + search.getKey());
      assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(search.getValue());
    }
  }

  @Test
  void aNewRoleCountsFromTheNextSignInOn() {
    Person person = SERVICE.newLearner();
    assertThat(change(ADMIN.token(), person.id(), Map.of("role", "author")).status())
        .isEqualTo(200);
    assertThat(SERVICE.get(person.token(), "/api/v1/users/me").code()).isEqualTo("token_revoked");
    Person again = SERVICE.signIn(person.username(), RunningService.PASSWORD);
    assertThat(SERVICE.get(again.token(), "/api/v1/users/me").json().path("role").asString())
        .isEqualTo("author");
  }

  @Test
  void aClosedAccountIsOutAtOnceAndCanComeBack() {
    Person person = SERVICE.newLearner();
    assertThat(change(ADMIN.token(), person.id(), Map.of("is_active", false)).status())
        .isEqualTo(200);
    assertThat(SERVICE.get(person.token(), "/api/v1/users/me").code()).isEqualTo("token_revoked");
    assertThat(SERVICE.postCookie("/api/v1/auth/refresh", person.cookie()).status()).isEqualTo(401);
    HttpProbe.Answer closed = SERVICE.login(person.username(), RunningService.PASSWORD);
    assertThat(closed.status()).isEqualTo(403);
    assertThat(closed.code()).isEqualTo("account_inactive");
    assertThat(SERVICE.login(person.username(), "wrong password").code())
        .isEqualTo("credentials_invalid");
    change(ADMIN.token(), person.id(), Map.of("is_active", true));
    assertThat(SERVICE.login(person.username(), RunningService.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void theLastAdministratorStays() {
    assertThat(change(ADMIN.token(), ADMIN.id(), Map.of("role", "learner")).code())
        .isEqualTo("last_administrator");
    assertThat(change(ADMIN.token(), ADMIN.id(), Map.of("is_active", false)).code())
        .isEqualTo("last_administrator");
    assertThat(SERVICE.get(ADMIN.token(), "/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void twoAdministratorsThatDemoteEachOtherDoNotBothSucceed() throws Exception {
    try (RunningService service = RunningService.start();
        var pool = Executors.newFixedThreadPool(2)) {
      Person first = service.administrator();
      Person learner = service.newLearner();
      service.patch(first.token(), USERS + "/" + learner.id(), USER, Map.of("role", "admin"));
      Person second = service.signIn(learner.username(), RunningService.PASSWORD);
      List<Callable<Integer>> demotions =
          List.of(() -> demote(service, first, second), () -> demote(service, second, first));
      List<Integer> statuses = new ArrayList<>();
      for (var result : pool.invokeAll(demotions)) {
        statuses.add(result.get());
      }
      // The loser comes too late: the account is the last one, or its own token has been revoked.
      assertThat(statuses).containsOnlyOnce(200);
    }
  }

  private static int demote(RunningService service, Person by, Person whom) {
    return service
        .patch(by.token(), USERS + "/" + whom.id(), USER, Map.of("role", "learner"))
        .status();
  }

  @Test
  void refusesAChangeOfWhatWasChangedMeanwhile() {
    Person person = SERVICE.newLearner();
    String path = USERS + "/" + person.id();
    String tag = SERVICE.get(ADMIN.token(), path, USER).header("ETag");
    assertThat(changeIf(path, tag).status()).isEqualTo(200);
    SERVICE.clock.advance(java.time.Duration.ofMillis(1));
    change(ADMIN.token(), person.id(), Map.of("role", "learner"));
    HttpProbe.Answer late = changeIf(path, tag);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("precondition_failed");
  }

  private static HttpProbe.Answer changeIf(String path, String tag) {
    HttpProbe probe = SERVICE.probe.withToken(ADMIN.token());
    return probe.send(
        probe
            .request(path)
            .header("If-Match", tag)
            .header("Content-Type", "application/json")
            .method(
                "PATCH",
                HttpRequest.BodyPublishers.ofString(
                    Json.MAPPER.writeValueAsString(Map.of("role", "author")))));
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThat(SERVICE.get(ADMIN.token(), USERS + "/999999", USER).code())
        .isEqualTo("user_not_found");
    assertThat(SERVICE.get(ADMIN.token(), USERS + "/abc", USER).code()).isEqualTo("user_not_found");
    assertThat(change(ADMIN.token(), 999_999, Map.of("role", "author")).code())
        .isEqualTo("user_not_found");
    assertThat(
            change(ADMIN.token(), ADMIN.id(), Map.of("role", "root")).json().at("/errors/0/code"))
        .hasToString("\"role_unknown\"");
    assertThat(change(ADMIN.token(), ADMIN.id(), Map.of("is_active", "no")).code())
        .isEqualTo("invalid_request");
  }
}
