package dev.touchstone.scores.statistics;

import org.jdbi.v3.core.Jdbi;

/** Figures about exercises. Thread-safe. */
public final class StatisticsService {
  private final StatisticsStore store;

  /** Counts in the given database. */
  public StatisticsService(Jdbi jdbi) {
    this.store = new StatisticsStore(jdbi);
  }

  ExerciseStatistics ofExercise(long exerciseId) {
    return store.ofExercise(exerciseId);
  }
}
