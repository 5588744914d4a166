package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exercises that an earlier version stored are found by their statements, too. */
class SearchMigrationTest {
  @TempDir private Path data;

  @Test
  void fillsTheWordsOfWhatIsThere() throws Exception {
    String url = TestDatabase.createUrl();
    URI address = URI.create(url);
    String[] user = address.getUserInfo().split(":", 2);
    String jdbc =
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath());
    Flyway.configure()
        .dataSource(jdbc, user[0], user.length == 2 ? user[1] : "")
        .locations("classpath:db/exercises")
        .target("10")
        .load()
        .migrate();
    try (Connection connection =
            DriverManager.getConnection(jdbc, user[0], user.length == 2 ? user[1] : "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO exercises (slug, revision, locale, title, description, translations, category,
            difficulty_level, tags, points, languages, limits, starter_code, test_cases, solutions,
            search, created_at, updated_at)
          VALUES ('old', 1, 'en', 'Old', 'Count with a loop.',
            '{"vi": {"title": "Cũ", "description": "Dùng VÒNG LẶP để đếm."}}', 'x', 'easy', '{}', 1,
            '{}', '{}', '{}', '[]', '[]', E'old\\ncu', now(), now())
          """);
    }
    try (RunningService service = RunningService.start(data, url, java.util.Map.of())) {
      for (String question : new String[] {"vong+lap", "dem", "loop", "cu+loop"}) {
        assertThat(service.slugs(null, "?q=" + question)).as(question).containsExactly("old");
      }
    }
  }
}
