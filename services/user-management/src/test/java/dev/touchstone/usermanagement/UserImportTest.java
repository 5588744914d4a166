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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserImportTest {
  private static final String DATABASE = TestDatabase.createUrl();
  private static final MailBox MAILS = MailBox.start();
  private static final RunningService SERVICE = RunningService.start(DATABASE, MAILS.settings());
  private static final Person ADMIN = SERVICE.administrator();
  private static final String IMPORT = "/api/v1/users/import";
  private static final String USERS = "/api/v1/users";

  @AfterAll
  static void stop() {
    SERVICE.close();
    MAILS.close();
  }

  private static HttpProbe.Answer run(String table, boolean dryRun) {
    return SERVICE.postTable(ADMIN.token(), IMPORT + "?dry_run=" + dryRun, IMPORT, table);
  }

  private static List<String> outcomes(HttpProbe.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .path("lines")
        .valueStream()
        .map(line ->
            line.path("line").asInt()
                + " "
                + line.path("outcome").asString()
                + (line.path("code").isNull() ? "" : " " + line.path("code").asString()))
        .toList();
  }

  @Test
  void reportsEachLineAndStoresThoseWithoutFault() {
    String table =
        """
        username;email;display_name;role;password
        class1;class1@example.org;Nguyễn An;;mật khẩu của An
        class2;class2@example.org;"Trần; Bình";author;
        class2;other@example.org;;;
        class4;class1@example.org;;;
        class5;nothing;;;
        class6;;;;
        admin7;admin7@example.org;;;
        class8;class8@example.org;;;short
        """;
    List<String> expected =
        List.of(
            "2 created",
            "3 created",
            "4 fault username_duplicate",
            "5 fault email_duplicate",
            "6 fault email_invalid",
            "7 fault required",
            "8 fault username_reserved",
            "9 fault password_too_short");
    assertThat(outcomes(run(table, true))).isEqualTo(expected);
    assertThat(SERVICE.get(ADMIN.token(), USERS + "?q=class1").json().path("items").isEmpty())
        .isTrue();
    assertThat(outcomes(run(table, false))).isEqualTo(expected);
    assertThat(SERVICE.signIn("class1", "mật khẩu của An").id()).isPositive();
    assertThat(SERVICE.login("class2", "").status()).isEqualTo(400);

    String again =
        "username,email,role\nclass1,class1@example.org,learner\nCLASS2,,learner\nadmin,admin@touchstone.invalid,\n";
    assertThat(outcomes(run(again, false)))
        .containsExactly("2 unchanged", "3 updated", "4 unchanged");
    HttpProbe.Answer authors = SERVICE.get(ADMIN.token(), USERS + "?role=author&q=class");
    assertThat(authors.json().path("items").isEmpty()).isTrue();
  }

  @Test
  void theOwnersOfNewAccountsGetALinkInTheirLanguage() {
    String table =
        """
        username,email,locale,password
        invited1,invited1@example.org,vi,
        invited2,invited2@example.org,en,
        invited3,invited3@example.org,en,mật khẩu của Chi
        """;
    for (boolean dryRun : List.of(true, false)) {
      String query = "?invite=true&dry_run=" + dryRun;
      HttpProbe.Answer answer = SERVICE.postTable(ADMIN.token(), IMPORT + query, IMPORT, table);
      assertThat(outcomes(answer)).containsExactly("2 created", "3 created", "4 created");
    }
    MAILS.await(SERVICE, "invited2@example.org", "Your Touchstone account");
    MailBox.Mail mail = MAILS.await(SERVICE, "invited1@example.org", "Tài khoản Touchstone");
    assertThat(MAILS.to("invited1@example.org")).hasSize(1);
    assertThat(MAILS.to("invited3@example.org")).isEmpty();
    assertThat(mail.plain()).contains("invited1", "trong vòng 7 ngày");
    HttpProbe.Answer chosen =
        SERVICE.post(
            null,
            "/api/v1/auth/password-reset/confirm",
            Map.of("token", mail.token(), "new_password", "mật khẩu của An"));
    assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);
    Person invited = SERVICE.signIn("invited1", "mật khẩu của An");
    assertThat(
            SERVICE.get(invited.token(), USERS + "/me").json().path("email_verified").asBoolean())
        .isTrue();
  }

  @Test
  void aSearchReadsAnIndexAndNotAllAccounts() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:" + DATABASE.replaceFirst("//[^@]*@", "//"), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO users (username, email, password_hash, display_name, created_at, updated_at)
          SELECT 'many-' || n, 'many-' || n || '@example.org', '', 'Nguyễn Văn ' || md5(n::text),
            now(), now()
          FROM generate_series(1, 20000) n
          """);
      statement.execute("ANALYZE users");
      String read = "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'users'";
      String searched =
          "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'users_search'";
      long before = number(statement, read);
      Await.until( // the server counts a little later
          "searches that read the index",
          () -> {
            for (String part : List.of("any-12345", "%C4%83n+827ccb0")) {
              HttpProbe.Answer found = SERVICE.get(ADMIN.token(), USERS + "?q=" + part, USERS);
              assertThat(found.json().path("items").size()).as(part).isPositive();
            }
            return number(statement, searched) > 0;
          });
      assertThat(number(statement, read)).isEqualTo(before);
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }

  @Test
  void theLastAdministratorStays() {
    HttpProbe.Answer answer = run("username,role\nadmin,learner\n", false);
    assertThat(answer.code()).isEqualTo("last_administrator");
    assertThat(SERVICE.get(ADMIN.token(), USERS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "name,email\nx,y", "email\nx", "username,username\nx,y", "username\n\"x"})
  void refusesWhatIsNoSuchTable(String table) {
    assertThat(run(table, true).code()).isEqualTo("csv_invalid");
  }

  @Test
  void isForAdministratorsAndTables() {
    Person learner = SERVICE.newLearner();
    assertThat(SERVICE.postTable(learner.token(), IMPORT, IMPORT, "username\nx").code())
        .isEqualTo("forbidden");
    assertThat(SERVICE.post(ADMIN.token(), IMPORT, Map.of("a", 1)).status()).isEqualTo(415);
    assertThat(SERVICE.get(learner.token(), USERS + "/export").code()).isEqualTo("forbidden");
  }

  @Test
  void whatIsExportedCanBeImported() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer table =
        SERVICE.get(ADMIN.token(), USERS + "/export?q=" + person.username(), USERS + "/export");
    assertThat(table.text())
        .startsWith("\uFEFFusername,email,")
        .contains(person.username() + "," + person.username() + "@example.org,");
    assertThat(outcomes(run(table.text(), false))).containsExactly("2 unchanged");
  }

  @Test
  void createsEditsAndDeletesAnAccount() {
    HttpProbe.Answer made =
        SERVICE.post(
            ADMIN.token(), USERS, Map.of("username", "made1", "email", "made1@example.org"));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    long id = made.json().path("id").asLong();
    String path = USERS + "/" + id;
    assertThat(
            SERVICE
                .post(ADMIN.token(), USERS, Map.of("username", "MADE1", "email", "x@example.org"))
                .code())
        .isEqualTo("username_taken");
    assertThat(SERVICE.post(ADMIN.token(), USERS, Map.of()).json().path("errors").size())
        .isEqualTo(2);
    HttpProbe.Answer weak =
        SERVICE.post(
            ADMIN.token(),
            USERS,
            Map.of("username", "made2", "email", "made2@example.org", "password", "short"));
    assertThat(weak.json().at("/errors/0/code").asString()).isEqualTo("password_too_short");
    HttpProbe.Answer edited =
        SERVICE.patch(
            ADMIN.token(),
            path,
            USERS + "/{id}",
            Map.of("display_name", "Lê Chi", "email", "chi@example.org", "locale", "vi"));
    assertThat(edited.json().path("display_name").asString()).isEqualTo("Lê Chi");
    assertThat(edited.json().path("email").asString()).isEqualTo("chi@example.org");
    assertThat(edited.json().path("locale").asString()).isEqualTo("vi");
    Person learner = SERVICE.newLearner();
    assertThat(SERVICE.delete(learner.token(), path, USERS + "/{id}").code())
        .isEqualTo("forbidden");
    assertThat(SERVICE.delete(ADMIN.token(), path, USERS + "/{id}").status()).isEqualTo(204);
    assertThat(SERVICE.delete(ADMIN.token(), path, USERS + "/{id}").code())
        .isEqualTo("user_not_found");
    assertThat(SERVICE.delete(ADMIN.token(), USERS + "/" + ADMIN.id(), USERS + "/{id}").code())
        .isEqualTo("last_administrator");
  }

  @Test
  void filtersAccounts() {
    Person person = SERVICE.newLearner();
    String own = "&q=" + person.username();
    assertThat(count("?role=learner&active=true&created_from=2020-01-01T00:00:00Z" + own))
        .isEqualTo(1);
    assertThat(count("?role=admin" + own)).isZero();
    assertThat(count("?active=false" + own)).isZero();
    assertThat(count("?created_until=2020-01-01T00:00:00Z" + own)).isZero();
    for (String bad : List.of("?role=x", "?active=x", "?created_from=x")) {
      assertThat(SERVICE.get(ADMIN.token(), USERS + bad).code()).isEqualTo("invalid_request");
    }
  }

  private static int count(String query) {
    return SERVICE.get(ADMIN.token(), USERS + query).json().path("items").size();
  }

  @Test
  void aPersonTakesTheirDataAndLeaves() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer copy = SERVICE.get(person.token(), USERS + "/me/data");
    assertThat(copy.json().at("/account/id").asLong()).isEqualTo(person.id());
    assertThat(copy.json().path("sessions").size()).isEqualTo(1);
    assertThat(copy.json().path("events").toString()).contains("account.registered");
    String deletion = USERS + "/me/deletion";
    assertThat(SERVICE.post(person.token(), deletion, Map.of("current_password", "no")).code())
        .isEqualTo("current_password_wrong");
    Map<String, String> right = Map.of("current_password", RunningService.PASSWORD);
    assertThat(SERVICE.post(person.token(), deletion, right).status()).isEqualTo(204);
    assertThat(SERVICE.get(person.token(), USERS + "/me").status()).isEqualTo(401);
    assertThat(SERVICE.login(person.username(), RunningService.PASSWORD).status()).isEqualTo(401);
  }
}
