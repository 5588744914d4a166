package dev.touchstone.standalone.apibench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** More exercises: copies of the starter exercises, under names of their own. */
final class ExerciseRows {
  private static final String COPY =
      """
      WITH source AS (
        SELECT *, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS number FROM exercises)
      INSERT INTO exercises (slug, revision, locale, title, description, translations, category,
        difficulty_level, tags, points, languages, limits, starter_code, test_cases, solutions,
        search, words, created_at, updated_at)
      SELECT slug || '-copy-' || copy, 1, locale, title || ' ' || copy, description, translations,
        category, difficulty_level, tags, points, languages, limits, starter_code, test_cases,
        solutions, search || ' ' || copy, words, created_at, updated_at
      FROM generate_series(1, ?) AS copy JOIN source ON place = 1 + copy % number
      """;

  private static final String REVISIONS =
      """
      INSERT INTO exercise_revisions (exercise_id, revision, digest, created_at, judged)
      SELECT id, 1, repeat('0', 64), created_at, true FROM exercises
      ON CONFLICT DO NOTHING
      """;

  private ExerciseRows() {}

  /** Copies until there are so many. */
  static void fill(Connection database, int number) throws SQLException {
    int missing = number - (int) Math.min(number, highest(database));
    try (PreparedStatement copy = database.prepareStatement(COPY);
        Statement statement = database.createStatement()) {
      copy.setInt(1, missing);
      int _ = copy.executeUpdate();
      statement.execute(REVISIONS);
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static long highest(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM exercises")) {
      row.next();
      return row.getLong(1);
    }
  }
}
