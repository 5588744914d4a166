package dev.touchstone.standalone.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Rows of scores of a platform in use: each learner has a history of 100 submissions to 50
 * exercises.
 */
public final class ScoreRows {
  private static final int HISTORY = 100;

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
      SELECT learner, 1 + (learner * 37 + n % :history / 2) % :exercises, 1, 100, 1 + n % 2,
        'python3', <program>, at, 'judged', at, learner, 1 + n / (:history / 2), 1, 1, 'judge-0', 4,
        4, 1, verdict, 20, 9000, at, CASE verdict WHEN 'AC' THEN 100 ELSE 0 END
      FROM (
        SELECT n, 1 + n / :history AS learner, now() - interval '400 days' + n * interval '30 s' AS at,
          (ARRAY['AC', 'WA', 'AC', 'TLE', 'RTE'])[1 + n % 5] AS verdict
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
  private final int exercises;
  private final Consumer<String> progress;

  /**
   * Rows in the database of scores.
   *
   * @param exercises how many there are; at least 50
   * @param progress receives lines that replace each other
   */
  public ScoreRows(Jdbi jdbi, int exercises, Consumer<String> progress) {
    this.jdbi = jdbi;
    this.exercises = exercises;
    this.progress = progress;
  }

  /** Replaces all rows by judged submissions; {@link #addUp} must follow. */
  public void replace(int finished) throws InterruptedException {
    execute(
        "TRUNCATE scores, score_tests, user_exercises, learners, judges RESTART IDENTITY CASCADE");
    insert(
        FINISHED,
        finished,
        Map.of("history", HISTORY, "exercises", exercises),
        "finished submissions");
  }

  /** Writes what the service keeps of all submissions: results of tests, and totals. */
  public void addUp() {
    progress.accept("Adding up the learners' results");
    execute(TESTS);
    execute(TOTALS);
    execute(LEARNERS);
    // As autovacuum would do in its own time.
    execute("VACUUM ANALYZE");
  }

  /**
   * Inserts rows.
   *
   * @param sql makes those from {@code :from} until before {@code :to}; {@code <program>} stands
   *     for a program, made of {@code n}
   */
  public void insert(String sql, int rows, Map<String, Integer> sizes, String what)
      throws InterruptedException {
    for (int from = 0; from < rows; from += CHUNK) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      int to = Math.min(rows, from + CHUNK);
      Map<String, Integer> values = new HashMap<>(sizes);
      values.put("from", from);
      values.put("to", to);
      jdbi.useHandle(handle ->
          handle
              .createUpdate(sql)
              .define("program", PROGRAM)
              .bindMap(values)
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
