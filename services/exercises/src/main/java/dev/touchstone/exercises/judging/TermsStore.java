package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.PlatformLanguages;
import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.http.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;

/** Reads the few columns that every submission asks for. Thread-safe. */
public final class TermsStore {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private final Jdbi jdbi;
  private final PlatformLanguages languages;

  /** Reads from the given database. */
  public TermsStore(Jdbi jdbi, PlatformLanguages languages) {
    this.jdbi = jdbi;
    this.languages = languages;
  }

  Optional<ExerciseTerms> find(long id) {
    String sql =
        """
        SELECT id, revision, slug, is_active, points, languages,
               CAST(limits ->> 'source_kib' AS integer) AS source_kib,
               jsonb_build_object(locale, title) || coalesce(
                 (SELECT jsonb_object_agg(key, value ->> 'title') FROM jsonb_each(translations)),
                 '{}') AS titles
        FROM exercises WHERE id = :id
        """;
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("id", id).map((row, context) -> terms(row)).findOne());
  }

  private ExerciseTerms terms(ResultSet row) throws SQLException {
    return new ExerciseTerms(
        row.getLong("id"),
        row.getInt("revision"),
        row.getString("slug"),
        Json.TOLERANT.readValue(row.getString("titles"), TEXTS),
        row.getBoolean("is_active"),
        row.getInt("points"),
        languages.allowed(ExerciseStore.texts(row, "languages")),
        row.getInt("source_kib"));
  }
}
