package dev.touchstone.scores.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Counts exercises when learners first solve them, and whether they did so with their first
 * attempt. Thread-safe.
 */
public final class Completions {
  /** With a label of their own; the others are counted together, or metrics would grow for ever. */
  static final int MOST_EXERCISES = 200;

  private static final String OTHERS = "others";

  private final MeterRegistry registry;
  private final Set<Long> named = ConcurrentHashMap.newKeySet();

  /** Registers the meters. */
  public Completions(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Notes what learners solve with accepted submissions, once the transaction has ended; to be
   * called before {@link Totals#refresh}, which forgets what was solved before.
   */
  public void note(Handle handle, Set<Totals.Attempts> accepted) {
    if (accepted.isEmpty()) {
      return;
    }
    String sql =
        """
        SELECT exercise_id, total_attempts FROM user_exercises
        JOIN unnest(:users, :exercises) AS pair (user_id, exercise_id) USING (user_id, exercise_id)
        WHERE best_status IS DISTINCT FROM 'AC'
        """;
    record Solved(long exerciseId, int totalAttempts) {}
    List<Solved> solved =
        handle
            .createQuery(sql)
            .bindArray("users", Long.class, accepted.stream().map(Totals.Attempts::userId).toList())
            .bindArray(
                "exercises",
                Long.class,
                accepted.stream().map(Totals.Attempts::exerciseId).toList())
            .map((row, _) -> new Solved(row.getLong("exercise_id"), row.getInt("total_attempts")))
            .list();
    handle.afterCommit(
        () -> solved.forEach(each -> count(each.exerciseId(), each.totalAttempts() == 1)));
  }

  void count(long exercise, boolean first) {
    Counter.builder("scores.completions")
        .description("Exercises that learners solved for the first time.")
        .tags("exercise", label(exercise), "attempt", first ? "first" : "later")
        .register(registry)
        .increment();
  }

  private String label(long exercise) {
    boolean own =
        named.contains(exercise) || (named.size() < MOST_EXERCISES && named.add(exercise));
    return own ? Long.toString(exercise) : OTHERS;
  }
}
