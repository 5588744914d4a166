package dev.touchstone.scores.draft;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.judging.Code;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one draft for each learner, exercise and language. A change names the version that it is
 * based on, so of two tabs or devices neither overwrites the other unnoticed. Thread-safe.
 */
public final class DraftService {
  /** All drafts of a learner together. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final Jdbi jdbi;
  private final Exercises exercises;
  private final Clock clock;

  /** Keeps the drafts in the given database. */
  public DraftService(Jdbi jdbi, Exercises exercises, Clock clock) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.clock = clock;
  }

  /** The drafts of a learner. */
  record Drafts(List<Draft> items) {
    /** Copies the list. */
    Drafts {
      items = List.copyOf(items);
    }
  }

  Drafts list(long userId, @Nullable Long exerciseId) {
    return new Drafts(jdbi.withHandle(handle -> DraftStore.list(handle, userId, exerciseId)));
  }

  Draft find(DraftKey key) {
    return jdbi.withHandle(handle -> DraftStore.load(handle, key))
        .orElseThrow(DraftService::notFound);
  }

  /**
   * Saves a draft.
   *
   * @throws ProblemException 412 {@code draft_changed} with the tag and the time of the other
   *     version, and others as the contract lists them
   */
  Draft save(long userId, long exerciseId, Code code, DraftVersion base) {
    DraftKey key = new DraftKey(userId, exerciseId, code.language());
    code.requireFits(exercises.find(exerciseId));
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      if (DraftStore.bytesOfOthers(handle, key) > MOST_BYTES) {
        throw ProblemException.conflict(
            "too_many_drafts", "Your drafts together are too large. Delete some of them.");
      }
      Optional<DraftStore.Saved> saved =
          switch (base) {
            case DraftVersion.Absent() -> DraftStore.insert(handle, key, code, now);
            case DraftVersion.Any() -> DraftStore.update(handle, key, null, code, now);
            case DraftVersion.Exactly(long number) ->
                DraftStore.update(handle, key, number, code, now);
          };
      return saved.orElseThrow(() -> changed(DraftStore.find(handle, key))).brief();
    });
  }

  void delete(DraftKey key) {
    jdbi.useHandle((Handle handle) -> DraftStore.delete(handle, key));
  }

  static ProblemException notFound() {
    return ProblemException.notFound("draft_not_found", "There is no draft.");
  }

  private static ProblemException changed(Optional<DraftStore.Saved> other) {
    if (other.isEmpty()) {
      return ProblemException.of(412, "draft_changed", "This draft was deleted meanwhile.");
    }
    DraftStore.Saved saved = other.get();
    return ProblemException.of(
            412, "draft_changed", "This draft was saved elsewhere at " + saved.savedAt() + ".")
        .withHeader("ETag", DraftVersion.tag(saved.version()))
        .withHeader(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(saved.savedAt().atOffset(ZoneOffset.UTC)));
  }
}
