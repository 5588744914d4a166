package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier versions stored, as this one shows it. */
class MigrationTest {
  private static final String EXERCISE =
      """
      INSERT INTO exercises (slug, revision, locale, title, description, translations, category,
        difficulty_level, tags, points, languages, limits, starter_code, test_cases, solutions,
        search, created_at, updated_at)
      VALUES ('%s', 1, 'en', 'Old', 'Count with a loop.',
        '{"vi": {"title": "Cũ", "description": "Dùng VÒNG LẶP để đếm."}}', 'graphs', 'easy', '{}', 1,
        '{}', '{}', '{}', '[]', '[]', E'old\\ncu', now(), now());
      """;

  private static final String REVISION =
      """
      INSERT INTO exercise_revisions (exercise_id, revision, digest, author_id, created_at)
      VALUES (%d, %d, repeat('0', 64), %s, now());
      """;

  @TempDir private Path data;

  @Test
  void findsTheWordsOfStatements() throws Exception {
    String url = filled("10", EXERCISE.formatted("old"));
    try (RunningService service = RunningService.start(data, url, Map.of())) {
      for (String question : new String[] {"vong+lap", "dem", "loop", "cu+loop", "do+thi"}) {
        assertThat(service.slugs(null, "?q=" + question)).as(question).containsExactly("old");
      }
    }
  }

  @Test
  void nobodyLosesWhatTheyWrote() throws Exception {
    String url =
        filled(
            "11",
            EXERCISE.formatted("written")
                + REVISION.formatted(1, 1, "21")
                + REVISION.formatted(1, 2, "22")
                + EXERCISE.formatted("starter")
                + REVISION.formatted(2, 1, "NULL")
                + REVISION.formatted(2, 2, "22")
                + """
                INSERT INTO drafts (owner_id, exercise_id, title, created_at, updated_at)
                VALUES (23, 2, 'in progress', now(), now()), (21, 1, 'too', now(), now());
                """);
    try (RunningService service = RunningService.start(data, url, Map.of())) {
      assertThat(access(service, 21)).containsExactly("written owner");
      assertThat(access(service, 22)).containsExactlyInAnyOrder("written editor", "starter editor");
      assertThat(access(service, 23)).containsExactly("starter editor");
      assertThat(access(service, 24)).isEmpty();
    }
  }

  private static List<String> access(RunningService service, long author) {
    return service
        .get(
            service.users.token(author, Role.AUTHOR),
            RunningService.EXERCISES + "?mine=true",
            RunningService.EXERCISES)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("slug").asString() + " " + item.path("access").asString())
        .toList();
  }

  /** A database of an earlier version. */
  private static String filled(String version, String rows) throws SQLException {
    String url = TestDatabase.createUrl();
    URI address = URI.create(url);
    String[] user = address.getUserInfo().split(":", 2);
    String password = user.length == 2 ? user[1] : "";
    String jdbc =
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath());
    Flyway.configure()
        .dataSource(jdbc, user[0], password)
        .locations("classpath:db/exercises")
        .target(version)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(jdbc, user[0], password);
        Statement statement = connection.createStatement()) {
      statement.execute(rows);
    }
    return url;
  }
}
