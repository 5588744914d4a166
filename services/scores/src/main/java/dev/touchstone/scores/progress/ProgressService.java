package dev.touchstone.scores.progress;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platformdata.database.Reads;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what {@link Totals} has computed. Thread-safe. */
public final class ProgressService {
  private final ProgressStore store;

  /** Reads from the given database. */
  public ProgressService(Reads reads) {
    this.store = new ProgressStore(reads);
  }

  /**
   * The progress of a learner; empty for one who has not submitted yet.
   *
   * @param exercises those that count, empty for all
   */
  Progress of(long userId, Optional<List<Long>> exercises) {
    List<ExerciseProgress> items = store.ofLearner(userId, exercises);
    return new Progress(
        (int) items.stream().filter(item -> Verdict.AC.name().equals(item.bestStatus())).count(),
        items.size(),
        items.stream()
            .map(ExerciseProgress::bestScore)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum(),
        items);
  }
}
