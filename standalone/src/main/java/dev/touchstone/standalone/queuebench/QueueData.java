package dev.touchstone.standalone.queuebench;

import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The rows of a platform in use. Learners have a history of 100 submissions to 50 exercises; those
 * who wait have handed in 50 more, as many as the queue takes, and take turns.
 */
final class QueueData {
  private static final int HISTORY = 100;
  private static final int WAITING_EACH = 50;

  /** Rows per statement: a second or two, between which progress is shown. */
  private static final int CHUNK = 50_000;

  /** A program of 500 characters, each different. */
  private static final String PROGRAM =
      """
      json_build_object('files', json_build_array(json_build_object('name', 'solution.py',
        'content', '# ' || n || repeat(E'\\nprint(sum(map(int, input().split())))', 12))))
      """;

  private static final String FINISHED =
      """
      INSERT INTO scores
        (user_id, exercise_id, exercise_revision, exercise_points, attempt_number, language,
         submission_data, submitted_at, status, queued_at, flow, place, tries, fencing_token, judge,
         event_number, state_event, tests_total, result_status, execution_time_ms, memory_kib,
         judged_at, score_points)
      SELECT learner, 1 + n % :history / 2, 1, 100, 1 + n % 2, 'python3', <program>,
        at, 'judged', at, learner, 1 + n / :each, 1, 1, 'judge-0', 4, 4, 1, verdict, 20, 9000, at,
        CASE verdict WHEN 'AC' THEN 100 ELSE 0 END
      FROM (
        SELECT n, 1 + n / :history AS learner, now() - interval '400 days' + n * interval '30 s' AS at,
          (ARRAY['AC', 'WA', 'AC', 'TLE', 'RTE'])[1 + n % 5] AS verdict
        FROM generate_series(:from, :to - 1) AS n) AS rows
      """;

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

  private static final String TESTS =
      """
      INSERT INTO score_tests (job_id, test_index, event_number, result)
      SELECT id, 1, 3, jsonb_build_object('index', 1, 'name', 'secret/1', 'group', 'secret',
        'sample', false, 'verdict', result_status, 'points', 1, 'time_ms', 20, 'wall_ms', 25,
        'memory_kib', 9000)
      FROM scores WHERE status = 'judged'
      """;

  private static final String TOTALS =
      """
      INSERT INTO user_exercises
      SELECT user_id, exercise_id, min(submitted_at), max(submitted_at), count(*),
        max(score_points), min(result_status), min(submitted_at) FILTER (WHERE score_points > 0)
      FROM scores GROUP BY user_id, exercise_id
      """;

  private static final String LEARNERS =
      """
      INSERT INTO learners
      SELECT user_id, 'learner' || user_id, coalesce(sum(best_score), 0),
        count(*) FILTER (WHERE best_status = 'AC'), max(improved_at)
      FROM user_exercises GROUP BY user_id
      """;

  private final Jdbi jdbi;
  private final Consumer<String> progress;

  QueueData(Jdbi jdbi, Consumer<String> progress) {
    this.jdbi = jdbi;
    this.progress = progress;
  }

  /** Replaces all rows. */
  void fill(int finished, int waiting) throws InterruptedException {
    execute(
        "TRUNCATE scores, score_tests, user_exercises, learners, judges RESTART IDENTITY CASCADE");
    Map<String, Integer> sizes =
        Map.of(
            "history", HISTORY,
            "each", WAITING_EACH,
            "finished", finished,
            "learners", Math.ceilDiv(waiting, WAITING_EACH));
    insert(FINISHED, finished, sizes, "finished submissions");
    insert(WAITING, waiting, sizes, "waiting jobs");
    progress.accept("Adding up the learners' results");
    execute(TESTS);
    execute(TOTALS);
    execute(LEARNERS);
    // As autovacuum would do in its own time.
    execute("VACUUM ANALYZE");
  }

  /** One number that a query returns. */
  long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private void insert(String sql, int rows, Map<String, Integer> sizes, String what)
      throws InterruptedException {
    for (int from = 0; from < rows; from += CHUNK) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int to = Math.min(rows, from + CHUNK);
      Map<String, Integer> range = Map.of("from", from, "to", to);
      jdbi.useHandle(handle ->
          handle
              .createUpdate(sql)
              .define("program", PROGRAM)
              .bindMap(sizes)
              .bindMap(range)
              .configure(
                  SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
              .execute());
      progress.accept("Writing %,d of %,d %s".formatted(to, rows, what));
    }
  }

  private void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }
}
