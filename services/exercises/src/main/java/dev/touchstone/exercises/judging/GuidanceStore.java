package dev.touchstone.exercises.judging;

import dev.touchstone.exercises.exercise.StoredGuidance;
import dev.touchstone.judgeprotocol.ExerciseGuidance;
import dev.touchstone.platformdata.database.JsonColumn;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads hints and editorials, for the scores service, which knows who may see them. */
public final class GuidanceStore {
  private final Jdbi jdbi;

  public GuidanceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Row(long id, boolean isActive, @JsonColumn StoredGuidance guidance) {}

  Optional<ExerciseGuidance> find(long id) {
    return jdbi.withHandle(handle ->
            handle
                .createQuery("SELECT id, is_active, guidance FROM exercises WHERE id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne())
        .map(row ->
            new ExerciseGuidance(
                row.id(),
                row.isActive(),
                row.guidance().hints(),
                row.guidance().editorial(),
                row.guidance().visible(),
                row.guidance().attempts()));
  }
}
