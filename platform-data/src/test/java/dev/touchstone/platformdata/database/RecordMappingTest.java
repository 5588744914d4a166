package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RecordMappingTest {
  private static final Database database =
      Database.open(
          DatabaseConfiguration.from(
              Environment.of(Map.of("DATABASE_URL", TestDatabase.createUrl()))),
          "db/none-for-this-test");

  @AfterAll
  static void close() {
    database.close();
  }

  public enum Size {
    VERY_LARGE
  }

  public record File(String name) {}

  /** Public because another record nests it. */
  public record Row(
      long exerciseId,
      double points,
      @Nullable Double bestScore,
      @Nullable Integer exitCode,
      Instant judgedAt,
      Size size,
      List<String> languages,
      @JsonColumn List<File> files,
      @JsonColumn @Nullable File output) {}

  record Outer(@Nested Row row, @Nullable String name) {}

  private static final String ROW =
      """
      SELECT 7 AS exercise_id, 2.50 AS points, CAST(NULL AS numeric) AS best_score,
        CAST(NULL AS integer) AS exit_code, timestamptz '2026-01-02 03:04:05Z' AS judged_at,
        'very_large' AS size, ARRAY['c', 'java'] AS languages,
        CAST('[{"name": "a", "added_later": 1}]' AS jsonb) AS files, CAST(NULL AS json) AS output,
        CAST(NULL AS text) AS name, 'not in the record' AS surplus
      """;

  private static <T> T read(String sql, Class<T> type) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
  }

  @Test
  void readsEveryKindOfColumn() {
    Row row =
        new Row(
            7,
            2.5,
            null,
            null,
            Instant.parse("2026-01-02T03:04:05Z"),
            Size.VERY_LARGE,
            List.of("c", "java"),
            List.of(new File("a")),
            null);
    assertThat(read(ROW, Row.class)).isEqualTo(row);
    assertThat(read(ROW, Outer.class)).isEqualTo(new Outer(row, null));
  }

  record Count(int number) {}

  @Test
  void failsInsteadOfReadingANullAsZero() {
    assertThatThrownBy(() -> read("SELECT CAST(NULL AS integer) AS number", Count.class))
        .hasStackTraceContaining("null");
  }

  @Test
  void failsWhereAColumnIsMissing() {
    assertThatThrownBy(() -> read("SELECT 1 AS exercise_id", Row.class))
        .hasMessageContaining("no matching columns");
  }
}
