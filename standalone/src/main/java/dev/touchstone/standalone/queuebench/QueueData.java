package dev.touchstone.standalone.queuebench;

import dev.touchstone.standalone.bench.ScoreRows;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of a platform in use, and a queue: those who wait have handed in 50 submissions, as many
 * as the queue takes, and take turns.
 */
final class QueueData {
  private static final int EXERCISES = 50;
  private static final int WAITING_EACH = 50;

  private static final String WAITING =
      """
      INSERT INTO scores
        (user_id, exercise_id, exercise_revision, exercise_points, attempt_number, language,
         submission_data, submitted_at, queued_at, flow, place)
      SELECT learner, 1 + turn, 1, 100, 3, 'python3', <program>, now(), now(), learner,
        2 + :finished / :each + turn
      FROM (
        SELECT n, 1 + n % :learners AS learner, n / :learners AS turn
        FROM generate_series(:from, :to - 1) AS n) AS rows
      """;

  private final Jdbi jdbi;
  private final ScoreRows rows;

  QueueData(Jdbi jdbi, Consumer<String> progress) {
    this.jdbi = jdbi;
    this.rows = new ScoreRows(jdbi, EXERCISES, progress);
  }

  /** Replaces all rows. */
  void fill(int finished, int waiting) throws InterruptedException {
    rows.replace(finished);
    Map<String, Integer> sizes =
        Map.of(
            "each",
            WAITING_EACH,
            "finished",
            finished,
            "learners",
            Math.ceilDiv(waiting, WAITING_EACH));
    rows.insert(WAITING, waiting, sizes, "waiting jobs");
    rows.addUp();
  }

  /** One number that a query returns. */
  long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
