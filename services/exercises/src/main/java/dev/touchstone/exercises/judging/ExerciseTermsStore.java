package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.PlatformLanguages;
import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platformdata.database.JsonColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the few columns that every submission asks for. Thread-safe. */
public final class ExerciseTermsStore {
  private final Jdbi jdbi;
  private final PlatformLanguages languages;

  public ExerciseTermsStore(Jdbi jdbi, PlatformLanguages languages) {
    this.jdbi = jdbi;
    this.languages = languages;
  }

  private record Row(
      long id,
      int revision,
      String slug,
      boolean isActive,
      int points,
      List<String> languages,
      @Nullable Integer sourceKib,
      @JsonColumn Map<String, String> titles) {}

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
        handle.createQuery(sql).bind("id", id).mapTo(Row.class).findOne().map(this::terms));
  }

  private ExerciseTerms terms(Row row) {
    return new ExerciseTerms(
        row.id(),
        row.revision(),
        row.slug(),
        row.titles(),
        row.isActive(),
        row.points(),
        languages.allowed(row.languages()),
        row.sourceKib());
  }
}
