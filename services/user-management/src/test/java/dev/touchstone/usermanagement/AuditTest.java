package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
  private static final String DATABASE = TestDatabase.createUrl();
  private static final RunningService SERVICE = RunningService.start(DATABASE);
  private static final Person ADMIN = SERVICE.administrator();
  private static final String LOG = "/api/v1/audit-log";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static List<String> kinds(String query) {
    HttpProbe.Answer answer = SERVICE.get(ADMIN.token(), LOG + query, LOG);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .map(entry -> entry.path("kind").asString())
        .toList();
  }

  @Test
  void showsWhatHappenedToAnAccount() {
    Person person = SERVICE.newLearner();
    SERVICE.post(
        person.token(),
        "/api/v1/users/me/password",
        Map.of("current_password", RunningService.PASSWORD, "new_password", "another long one"));
    SERVICE.patch(
        ADMIN.token(),
        "/api/v1/users/" + person.id(),
        "/api/v1/users/{id}",
        Map.of("role", "author"));
    assertThat(kinds("?target=user:" + person.id()))
        .containsExactly(
            "user.changed", "password.changed", "session.started", "account.registered");
    assertThat(kinds("?target=user:" + person.id() + "&kind=user.changed&actor_id=" + ADMIN.id()))
        .hasSize(1);
    assertThat(kinds("?actor_id=" + person.id() + "&kind=user.changed")).isEmpty();
    assertThat(kinds("?until=2020-01-01T00:00:00Z")).isEmpty();
    assertThat(kinds("?from=2020-01-01T00:00:00Z&limit=1")).hasSize(1);
    String first =
        SERVICE.get(ADMIN.token(), LOG + "?limit=2", LOG).json().path("next_cursor").asString();
    assertThat(kinds("?limit=2&cursor=" + first)).hasSize(2);
  }

  @Test
  void takesWhatOtherServicesReportOnce() {
    Person teacher = SERVICE.newLearner();
    String report = "/internal/v1/audit-log";
    Map<String, ?> event =
        Map.of(
            "event", "7c4a3c1e-5d0b-4a55-9c0e-0d7a0c7c1f11",
            "at", "2026-11-28T20:00:00Z",
            "kind", "exercise.published",
            "actor_id", teacher.id(),
            "target", "exercise:12",
            "details", Map.of("revision", "3"));
    for (int i = 0; i < 2; i++) {
      Map<String, ?> body = Map.of("events", List.of(event));
      assertThat(SERVICE.post(RunningService.INTERNAL_TOKEN, report, body).status()).isEqualTo(204);
    }
    HttpProbe.Answer found =
        SERVICE.get(ADMIN.token(), LOG + "?target=exercise:12&kind=exercise.published", LOG);
    assertThat(found.json().path("items").size()).isEqualTo(1);
    assertThat(found.json().at("/items/0/actor").asString()).isEqualTo(teacher.username());
    assertThat(found.json().at("/items/0/details/revision").asString()).isEqualTo("3");
    assertThat(SERVICE.post(teacher.token(), report, Map.of("events", List.of(event))).status())
        .isEqualTo(401);
    for (Map<String, ?> wrong :
        List.of(
            Map.of("kind", "Published"),
            Map.of("event", "12"),
            Map.of("at", "+99999-01-01T00:00:00Z"),
            Map.of("target", "a\0b"))) {
      Map<String, Object> changed = new HashMap<>(event);
      changed.putAll(wrong);
      assertThat(
              SERVICE
                  .post(RunningService.INTERNAL_TOKEN, report, Map.of("events", List.of(changed)))
                  .code())
          .as(wrong.toString())
          .isEqualTo("invalid_request");
    }
    assertThat(SERVICE.post(RunningService.INTERNAL_TOKEN, report, Map.of()).code())
        .isEqualTo("invalid_request");
  }

  @Test
  void exportsATable() {
    SERVICE.newLearner();
    HttpProbe.Answer answer =
        SERVICE.get(ADMIN.token(), LOG + "/export?kind=account.registered", LOG + "/export");
    assertThat(answer.text()).startsWith("\uFEFFat,kind,").contains("account.registered");
    assertThat(SERVICE.get(SERVICE.newLearner().token(), LOG).code()).isEqualTo("forbidden");
    assertThat(SERVICE.get(SERVICE.newLearner().token(), LOG + "/export").code())
        .isEqualTo("forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?from=x",
        "?until=%2B99999-01-01T00:00:00Z",
        "?actor_id=x",
        "?cursor=x",
        "?kind=%00"
      })
  void refusesABadSearch(String query) {
    assertThat(SERVICE.get(ADMIN.token(), LOG + query, LOG).code()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_log SET actor = 'somebody'",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log"
      })
  void theDatabaseRefusesToChangeEntries(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
    }
  }

  @Test
  void entriesAreForgottenWhenTheirTimeIsUp() {
    String database = TestDatabase.createUrl();
    try (RunningService service = RunningService.start(database)) {
      Person administrator = service.administrator();
      service.clock.advance(Duration.ofDays(401));
      service.service.forgetOldAuditEntries();
      Person again = service.administrator();
      assertThat(again.id()).isEqualTo(administrator.id());
      assertThat(service.get(again.token(), LOG).json().path("items").size()).isEqualTo(1);
    }
  }

  /** As the services connect: with all rights of the owner. */
  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + DATABASE.replaceFirst("//[^@]*@", "//"), "postgres", "postgres");
  }
}
