package dev.touchstone.exercises.exercise;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import tools.jackson.core.type.TypeReference;

/** Exercises in the table {@code exercises}. Thread-safe. */
public final class ExerciseStore {
  private static final TypeReference<Map<String, Translation>> TRANSLATIONS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<StoredCase>> CASES = new TypeReference<>() {};
  private static final TypeReference<List<StoredSolution>> SOLUTIONS = new TypeReference<>() {};

  private static final String SHOWN =
      """
      SELECT id, slug, revision, locale, title, description, translations, category,
             difficulty_level, tags, points, languages, limits, starter_code, is_active,
             created_at, updated_at,
      """;

  /** All of an exercise. */
  private static final String WHOLE =
      SHOWN + " test_cases, solutions FROM exercises WHERE (id = :id OR slug = :slug)";

  /** Without what learners must not see, which so can't slip into an answer to them. */
  private static final String PUBLIC =
      SHOWN
          + """
           jsonb_path_query_array(test_cases, '$[*] ? (@.visibility == "sample")') AS test_cases,
           '[]' AS solutions
          FROM exercises WHERE (id = :id OR slug = :slug)
          """;

  private final Jdbi jdbi;

  /** Stores in the given database. */
  public ExerciseStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Finds an exercise with its hidden tests and its solutions. */
  public Optional<Exercise> find(ExerciseKey key) {
    return jdbi.withHandle(handle -> find(handle, WHOLE, key));
  }

  /** Finds an exercise with its samples only, and without solutions. */
  public Optional<Exercise> findPublic(ExerciseKey key) {
    return jdbi.withHandle(handle -> find(handle, PUBLIC, key));
  }

  static void setActive(Handle handle, long id, boolean isActive, Instant now) {
    handle
        .createUpdate("UPDATE exercises SET is_active = :active, updated_at = :now WHERE id = :id")
        .bind("id", id)
        .bind("active", isActive)
        .bind("now", now)
        .execute();
  }

  /** Finds an exercise and keeps others from changing it until the transaction ends. */
  static Optional<Exercise> lock(Handle handle, long id) {
    return find(handle, WHOLE + " FOR UPDATE", ExerciseKey.of(id));
  }

  /**
   * Adds an exercise at its first revision and returns its id.
   *
   * @throws ProblemException 409 {@code slug_taken}
   */
  static long insert(Handle handle, NewRevision revision) {
    String sql =
        """
        INSERT INTO exercises
          (slug, revision, locale, title, description, translations, category, difficulty_level,
           tags, points, languages, limits, starter_code, test_cases, solutions, search,
           created_at, updated_at)
        VALUES
          (:slug, 1, :locale, :title, :description, CAST(:translations AS jsonb), :category,
           :difficulty, :tags, :points, :languages, CAST(:limits AS jsonb),
           CAST(:starterCode AS jsonb), CAST(:testCases AS jsonb), CAST(:solutions AS jsonb),
           :search, :now, :now)
        RETURNING id
        """;
    try {
      return bind(handle.createQuery(sql), revision).mapTo(Long.class).one();
    } catch (UnableToExecuteStatementException e) {
      throw slugTaken(e);
    }
  }

  /**
   * Replaces what an exercise shows by that of another revision.
   *
   * @throws ProblemException 409 {@code slug_taken}
   */
  static void update(Handle handle, long id, int number, NewRevision revision) {
    String sql =
        """
        UPDATE exercises
        SET slug = :slug, revision = :revision, locale = :locale, title = :title,
            description = :description, translations = CAST(:translations AS jsonb),
            category = :category, difficulty_level = :difficulty, tags = :tags, points = :points,
            languages = :languages, limits = CAST(:limits AS jsonb),
            starter_code = CAST(:starterCode AS jsonb), test_cases = CAST(:testCases AS jsonb),
            solutions = CAST(:solutions AS jsonb), search = :search, updated_at = :now
        WHERE id = :id
        """;
    try {
      bind(handle.createUpdate(sql), revision).bind("id", id).bind("revision", number).execute();
    } catch (UnableToExecuteStatementException e) {
      throw slugTaken(e);
    }
  }

  private static Optional<Exercise> find(Handle handle, String sql, ExerciseKey key) {
    return handle
        .createQuery(sql)
        .bind("id", key.id())
        .bind("slug", key.slug())
        .map((row, context) -> exercise(row))
        .findOne();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, NewRevision revision) {
    ExerciseContent content = revision.content();
    return statement
        .bind("slug", content.slug())
        .bind("locale", content.locale())
        .bind("title", content.text().title())
        .bind("description", content.text().description())
        .bind("translations", json(content.translations()))
        .bind("category", content.category())
        .bind("difficulty", content.difficulty())
        .bindArray("tags", String.class, content.tags())
        .bind("points", content.points())
        .bindArray("languages", String.class, content.languages())
        .bind("limits", json(content.limits()))
        .bind("starterCode", json(content.starterCode()))
        .bind("testCases", json(content.cases()))
        .bind("solutions", json(content.solutions()))
        .bind("search", SearchText.of(content))
        .bind("now", revision.createdAt());
  }

  private static Exercise exercise(ResultSet row) throws SQLException {
    ExerciseContent content =
        new ExerciseContent(
            row.getString("slug"),
            row.getString("locale"),
            new Translation(row.getString("title"), row.getString("description")),
            Json.TOLERANT.readValue(row.getString("translations"), TRANSLATIONS),
            row.getString("category"),
            row.getString("difficulty_level"),
            texts(row, "tags"),
            row.getInt("points"),
            texts(row, "languages"),
            Json.TOLERANT.readValue(row.getString("limits"), StoredLimits.class),
            Json.TOLERANT.readValue(row.getString("test_cases"), CASES),
            Json.TOLERANT.readValue(row.getString("solutions"), SOLUTIONS),
            Json.TOLERANT.readValue(row.getString("starter_code"), TEXTS));
    return new Exercise(
        row.getLong("id"),
        row.getInt("revision"),
        content,
        row.getBoolean("is_active"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  /** Reads a column of type {@code text[]}. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }

  private static String json(Object value) {
    return Json.MAPPER.writeValueAsString(value);
  }

  private static RuntimeException slugTaken(UnableToExecuteStatementException e) {
    boolean taken =
        e.getCause() instanceof PSQLException cause
            && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState());
    return taken
        ? ProblemException.conflict(
            "slug_taken", "Another exercise has this slug; give the package another one.")
        : e;
  }
}
