package dev.touchstone.exercises.exercise;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.database.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Exercises in the table {@code exercises}. Thread-safe. */
public final class ExerciseStore {
  /** Without hidden tests and solutions, so that they can't slip into a response to a learner. */
  private static final String PUBLIC =
      """
      SELECT id, revision, slug, locale, title, description, translations, category,
             difficulty_level, tags, points, languages, limits, starter_code,
             jsonb_array_length(guidance -> 'hints') AS hint_count,
             guidance -> 'editorial' <> '{}' AND guidance ->> 'visible' <> 'never' AS has_editorial,
             jsonb_path_query_array(test_cases, '$[*] ? (@.visibility == "sample" || @.visibility == "shown")') AS samples,
             is_active, created_at, updated_at
      FROM exercises WHERE id = :id OR slug = :slug
      """;

  private static final String HEAD = "id, slug, revision, is_active, created_at";

  private final Jdbi jdbi;

  public ExerciseStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All tests of a current revision, including hidden ones. */
  public record Tests(long id, int revision, @JsonColumn List<StoredCase> testCases) {
    /** Copies the list. */
    public Tests {
      testCases = List.copyOf(testCases);
    }
  }

  /** All solutions of a current revision. */
  public record Solutions(long id, int revision, @JsonColumn List<StoredSolution> solutions) {
    /** Copies the list. */
    public Solutions {
      solutions = List.copyOf(solutions);
    }
  }

  /** Finds an exercise without its contents. */
  public Optional<ExerciseHead> findHead(ExerciseKey key) {
    return find(
        "SELECT " + HEAD + " FROM exercises WHERE id = :id OR slug = :slug",
        key,
        ExerciseHead.class);
  }

  /** Finds an exercise with its samples only, and without solutions. */
  public Optional<Exercise> findPublic(ExerciseKey key) {
    return find(PUBLIC, key, Exercise.class);
  }

  /** Finds the tests of an exercise. */
  public Optional<Tests> findTests(ExerciseKey key) {
    return find(
        "SELECT id, revision, test_cases FROM exercises WHERE id = :id OR slug = :slug",
        key,
        Tests.class);
  }

  /** Finds the solutions of an exercise. */
  public Optional<Solutions> findSolutions(ExerciseKey key) {
    return find(
        "SELECT id, revision, solutions FROM exercises WHERE id = :id OR slug = :slug",
        key,
        Solutions.class);
  }

  /** Shows an exercise to learners or hides it; empty if there is none. */
  static Optional<ExerciseHead> setActive(Handle handle, long id, boolean isActive, Instant now) {
    String sql =
        "UPDATE exercises SET is_active = :active, updated_at = :now WHERE id = :id RETURNING ";
    return handle
        .createQuery(sql + HEAD)
        .bind("id", id)
        .bind("active", isActive)
        .bind("now", now)
        .mapTo(ExerciseHead.class)
        .findOne();
  }

  /** Finds an exercise and keeps others from changing it until the transaction ends. */
  public static Optional<ExerciseHead> lock(Handle handle, long id) {
    return handle
        .createQuery("SELECT " + HEAD + " FROM exercises WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .mapTo(ExerciseHead.class)
        .findOne();
  }

  /**
   * Adds an exercise at its first revision.
   *
   * @throws ProblemException 409 {@code slug_taken}
   */
  static ExerciseHead insert(Handle handle, NewRevision revision) {
    String sql =
        """
        INSERT INTO exercises
          (slug, revision, locale, title, description, translations, category, difficulty_level,
           tags, points, languages, limits, starter_code, test_cases, solutions, guidance, search,
           words, created_at, updated_at)
        VALUES
          (:slug, 1, :locale, :title, :description, CAST(:translations AS jsonb), :category,
           :difficulty, :tags, :points, :languages, CAST(:limits AS jsonb),
           CAST(:starterCode AS jsonb), CAST(:testCases AS jsonb), CAST(:solutions AS jsonb),
           CAST(:guidance AS jsonb), :search, to_tsvector('simple', :words), :now, :now)
        RETURNING
        """;
    try {
      return bind(handle.createQuery(sql + HEAD), revision).mapTo(ExerciseHead.class).one();
    } catch (UnableToExecuteStatementException e) {
      throw slugTaken(e);
    }
  }

  /**
   * Replaces the contents of an exercise with another revision's.
   *
   * @throws ProblemException 409 {@code slug_taken}
   */
  static ExerciseHead update(Handle handle, long id, int number, NewRevision revision) {
    String sql =
        """
        UPDATE exercises
        SET slug = :slug, revision = :revision, locale = :locale, title = :title,
            description = :description, translations = CAST(:translations AS jsonb),
            category = :category, difficulty_level = :difficulty, tags = :tags, points = :points,
            languages = :languages, limits = CAST(:limits AS jsonb),
            starter_code = CAST(:starterCode AS jsonb), test_cases = CAST(:testCases AS jsonb),
            solutions = CAST(:solutions AS jsonb), guidance = CAST(:guidance AS jsonb),
            search = :search, words = to_tsvector('simple', :words), updated_at = :now
        WHERE id = :id
        RETURNING
        """;
    try {
      return bind(handle.createQuery(sql + HEAD), revision)
          .bind("id", id)
          .bind("revision", number)
          .mapTo(ExerciseHead.class)
          .one();
    } catch (UnableToExecuteStatementException e) {
      throw slugTaken(e);
    }
  }

  private <T> Optional<T> find(String sql, ExerciseKey key, Class<T> type) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("id", key.id())
            .bind("slug", key.slug())
            .mapTo(type)
            .findOne());
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
        .bind("guidance", json(content.guidance()))
        .bind("search", SearchText.of(content))
        .bind("words", SearchText.words(content))
        .bind("now", revision.createdAt());
  }

  private static String json(Object value) {
    return Json.MAPPER.writeValueAsString(value);
  }

  private static RuntimeException slugTaken(UnableToExecuteStatementException e) {
    boolean taken =
        e.getCause() instanceof PSQLException cause
            && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState());
    return taken ? slugTaken() : e;
  }

  /**
   * Requires that no other exercise has a slug.
   *
   * @param exerciseId the exercise that may have it, 0 for none
   * @throws ProblemException 409 {@code slug_taken}
   */
  static void requireFree(Handle handle, String slug, long exerciseId) {
    boolean taken =
        handle
            .createQuery("SELECT id FROM exercises WHERE slug = :slug")
            .bind("slug", slug)
            .mapTo(Long.class)
            .findOne()
            .filter(id -> id != exerciseId)
            .isPresent();
    if (taken) {
      throw slugTaken();
    }
  }

  private static ProblemException slugTaken() {
    return ProblemException.conflict(
        "slug_taken", "Another exercise has this slug. Choose another one.");
  }
}
