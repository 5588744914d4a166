package dev.touchstone.standalone.apibench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class ExerciseRowsTest {
  private static final String STARTER =
      """
      INSERT INTO exercises (slug, revision, locale, title, description, translations, category,
        difficulty_level, tags, points, languages, limits, starter_code, test_cases, solutions,
        search, created_at, updated_at)
      SELECT 'starter-' || n, 1, 'en', 'Starter', '', '{}', 'basics', 'easy', '{}', 100, '{}', '{}',
        '{}', '[]', '[]', 'starter', now(), now() FROM generate_series(1, 3) AS n
      """;

  @Test
  void copiesExercisesUntilThereAreEnough() throws SQLException {
    String url = TestDatabase.createUrl();
    DatabaseConfiguration configuration =
        DatabaseConfiguration.from(Environment.of(Map.of("DATABASE_URL", url)));
    try (Database database = Database.open(configuration, "db/exercises");
        Handle handle = database.jdbi().open();
        Connection connection =
            DriverManager.getConnection(
                url.replace("postgresql://postgres:postgres@", "jdbc:postgresql://"),
                "postgres",
                "postgres")) {
      handle.execute(STARTER);
      ExerciseRows.fill(connection, 60);
      assertThat(count(handle, "SELECT count(*) FROM exercises")).isEqualTo(60);
      assertThat(count(handle, "SELECT count(DISTINCT slug) FROM exercises")).isEqualTo(60);
      assertThat(count(handle, "SELECT count(*) FROM exercise_revisions")).isEqualTo(60);
      ExerciseRows.fill(connection, 10);
      assertThat(count(handle, "SELECT count(*) FROM exercises")).isEqualTo(60);
    }
  }

  private static int count(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Integer.class).one();
  }
}
