package dev.touchstone.scores.statistics;

import dev.touchstone.platformdata.database.Reads;
import dev.touchstone.scores.statistics.ExerciseDetails.Bucket;
import dev.touchstone.scores.statistics.ExerciseDetails.Times;
import dev.touchstone.scores.statistics.StatisticsStore.Totals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures about exercises and learners. Thread-safe. */
public final class StatisticsService {
  private static final int BUCKETS = StatisticsStore.TENTHS + 1;

  private final StatisticsStore store;
  private final FailureStore failures;
  private final ActivityStore activity;
  private final Clock clock;

  /** Counts in the given database. */
  public StatisticsService(Reads reads, Clock clock) {
    this.store = new StatisticsStore(reads);
    this.failures = new FailureStore(reads);
    this.activity = new ActivityStore(reads);
    this.clock = clock;
  }

  ExerciseStatistics ofExercise(long exerciseId) {
    Totals totals = store.totals(exerciseId);
    return new ExerciseStatistics(
        totals.attempts(), totals.learners(), totals.solved(), store.verdicts(exerciseId));
  }

  List<SolverCount> solvers(List<Long> exerciseIds) {
    return exerciseIds.isEmpty() ? List.of() : store.solvers(exerciseIds);
  }

  /**
   * All figures.
   *
   * @param limitMs the time that is divided into ten parts; by default just above the longest
   */
  ExerciseDetails detailsOf(long exerciseId, Optional<Long> limitMs) {
    Totals totals = store.totals(exerciseId);
    long limit = limitMs.orElseGet(() -> store.longestTime(exerciseId) + 1);
    return new ExerciseDetails(
        totals.attempts(),
        totals.learners(),
        totals.solved(),
        totals.learners() == 0 ? null : (double) totals.solved() / totals.learners(),
        new Times(limit, buckets(store.times(exerciseId, limit), limit)),
        failures.ofExercise(exerciseId));
  }

  /**
   * What a learner did in the days up to today, and the streaks of all time.
   *
   * @param exercises those that count, empty for all
   */
  LearnerStatistics ofLearner(long userId, ZoneId zone, int days, Optional<List<Long>> exercises) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return LearnerStatistics.of(userId, zone, today, days, activity.ofLearner(userId, exercises));
  }

  private static List<Bucket> buckets(Map<Integer, Integer> counts, long limit) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      Long end = i + 1 < BUCKETS ? (Long) bound(i + 1, limit) : null;
      buckets.add(new Bucket(bound(i, limit), end, counts.getOrDefault(i, 0)));
    }
    return buckets;
  }

  /** Where a bucket begins: the first whole millisecond in it. */
  private static long bound(int bucket, long limit) {
    return Math.ceilDiv(bucket * limit, StatisticsStore.TENTHS);
  }
}
