package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a thief began just before the owner ended all sessions. */
class SignInRaceTest {
  private static final String DATABASE = TestDatabase.createUrl();
  private static final RunningService SERVICE = RunningService.start(DATABASE);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aSignInWithAPasswordThatIsBeingReplacedIsRefused() throws SQLException {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer late =
        duringAChange(person, () -> SERVICE.login(person.username(), RunningService.PASSWORD));
    assertThat(late.code()).isEqualTo("credentials_invalid");
  }

  @Test
  void aSessionThatIsBeingEndedMakesNoTokenAndChangesNoPassword() throws SQLException {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer token =
        duringAChange(
            person,
            () ->
                SERVICE.post(
                    person.token(),
                    "/api/v1/users/me/tokens",
                    Map.of("name", "x", "scopes", List.of("users:read"), "expires_in_days", 9)));
    assertThat(token.code()).isEqualTo("token_revoked");
    Person other = SERVICE.newLearner();
    HttpProbe.Answer password =
        duringAChange(
            other,
            () ->
                SERVICE.post(
                    other.token(),
                    "/api/v1/users/me/password",
                    Map.of(
                        "current_password",
                        RunningService.PASSWORD,
                        "new_password",
                        "another long one")));
    assertThat(password.code()).isEqualTo("token_revoked");
  }

  /** Answers a request that meets a change of the account before the change is visible. */
  private static HttpProbe.Answer duringAChange(Person person, Supplier<HttpProbe.Answer> request)
      throws SQLException {
    try (Connection change = connection();
        Statement statement = change.createStatement()) {
      change.setAutoCommit(false);
      statement.execute(
          "UPDATE users SET updated_at = updated_at + interval '1 s' WHERE id = " + person.id());
      statement.execute(
          "UPDATE sessions SET ended_at = now(), end_reason = 'password_reset' WHERE user_id = "
              + person.id());
      var answer = CompletableFuture.supplyAsync(request);
      Await.until("the request to meet the change", () -> answer.isDone() || isAwaited());
      change.commit();
      return answer.join();
    }
  }

  private static boolean isAwaited() throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock')")) {
      return waiting.next() && waiting.getBoolean(1);
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + DATABASE.replaceFirst("//[^@]*@", "//"), "postgres", "postgres");
  }
}
