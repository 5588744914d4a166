package dev.touchstone.scores;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * About a million rows, as a large school has them after some years: 15,000 learners with 20
 * submissions each, of which a few thousand wait or failed.
 */
final class ManyRows {
  static final long EXERCISES = 500;

  private static final List<String> STATEMENTS =
      List.of(
          // Skips the checks of foreign keys, which take longer than all the rest.
          "SET session_replication_role = replica",
          """
          INSERT INTO learners (user_id, username, points, solved, improved_at)
          SELECT n, 'learner' || n, 1 + n % 900, n % 9, now() - n * interval '1 minute'
          FROM generate_series(1, 15000) AS n
          """,
          """
          INSERT INTO scores
            (user_id, exercise_id, exercise_revision, exercise_points, attempt_number, language,
             submission_data, submitted_at, status, queued_at, flow, place, tries, judge,
             leased_until, judging_since, result_status, judged_at, score_points, judging_error)
          SELECT learner, 1 + turn / 2 * 50 + learner % 50, 1, 100, 1 + turn % 2, 'python3',
            '{"files":[{"name":"main","content":"print(1)"}]}', at, status, at, learner,
            CASE status WHEN 'queued' THEN 3100 + n % 7 ELSE n / 100 END, 1, 'judge-' || n % 100,
            CASE status WHEN 'judging' THEN now() + interval '1 hour' END, at,
            CASE WHEN status IN ('judged', 'judge_error')
              THEN (ARRAY['AC', 'WA', 'TLE'])[1 + n % 3] END,
            CASE WHEN status IN ('judged', 'judge_error') THEN at END,
            CASE status WHEN 'judged' THEN CASE n % 3 WHEN 0 THEN 100 ELSE 0 END END,
            CASE status WHEN 'judge_error' THEN 'the disk is full' END
          FROM (
            SELECT n, 1 + n % 15000 AS learner, n / 15000 AS turn,
              now() - (300000 - n) * interval '1 minute' AS at,
              CASE WHEN n >= 297000 THEN 'queued' WHEN n >= 296900 THEN 'judging'
                WHEN n >= 296600 THEN 'judge_error' ELSE 'judged' END AS status
            FROM generate_series(0, 299999) AS n) AS rows
          """,
          """
          INSERT INTO score_tests (job_id, test_index, event_number, result)
          SELECT 1 + n / 2, 1 + n % 2, 2 + n % 2, '{"index":1,"name":"secret/1","verdict":"AC"}'
          FROM generate_series(0, 449999) AS n
          """,
          """
          INSERT INTO user_exercises
          SELECT 1 + n % 15000, 1 + n / 15000 * 50 + (1 + n % 15000) % 50, now(), now(), 2,
            100, 'AC', now() - n * interval '5 minutes'
          FROM generate_series(0, 149999) AS n
          """,
          """
          INSERT INTO runs
            (user_id, exercise_id, exercise_revision, language, submission_data, submitted_at,
             status, queued_at, flow, place, result_status, judged_at)
          SELECT 1 + n % 15000, 1 + n % 500, 1, 'python3',
            '{"files":[{"name":"main","content":"print(1)"}],"input":"1"}', now(), status, now(),
            1 + n % 15000, CASE status WHEN 'queued' THEN 600 ELSE n / 100 END,
            CASE status WHEN 'judged' THEN 'AC' END, CASE status WHEN 'judged' THEN now() END
          FROM (
            SELECT n, CASE WHEN n >= 49500 THEN 'queued' ELSE 'judged' END AS status
            FROM generate_series(0, 49999) AS n) AS rows
          """,
          """
          INSERT INTO checks
            (user_id, exercise_id, exercise_revision, language, submission_data, submitted_at,
             status, queued_at, flow, place, result_status, judged_at)
          SELECT 1 + n % 90, -1 - n % 500, 1, '', '{"files":[]}', now(), 'judged', now(), 1, n, 'AC',
            now()
          FROM generate_series(0, 24999) AS n
          """,
          """
          INSERT INTO run_tests (job_id, test_index, event_number, result)
          SELECT 1 + n, 1, 2, '{"index":1,"name":"sample/1","verdict":"AC"}'
          FROM generate_series(0, 49999) AS n
          """,
          """
          INSERT INTO rejudgings
            (exercise_id, exercise_revision, started_by, started_at, submissions)
          SELECT 1 + n % 500, 1, 1, now(), 600 FROM generate_series(0, 19999) AS n
          """,
          """
          INSERT INTO judges (name, languages, seen_at)
          SELECT 'judge-' || n, '{python3,c}', now() FROM generate_series(0, 99) AS n
          """,
          """
          INSERT INTO comments (submission_id, file, line, user_id, username, text, created_at)
          SELECT 1 + n * 7, 'main', 1, 1 + n % 90, 'teacher', 'Why?', now()
          FROM generate_series(0, 29999) AS n
          """,
          """
          INSERT INTO comment_notices (user_id, comment_id, read_at)
          SELECT 1 + n % 15000, 1 + n, CASE WHEN n % 9 > 0 THEN now() END
          FROM generate_series(0, 29999) AS n
          """,
          """
          INSERT INTO drafts (user_id, exercise_id, language, data, bytes, saved_at)
          SELECT 1 + n % 15000, 1 + n / 15000, 'python3', '{"files":[]}', 12, now()
          FROM generate_series(0, 29999) AS n
          """,
          """
          INSERT INTO hint_reveals (user_id, exercise_id, hint, revealed_at)
          SELECT 1 + n % 15000, 1 + n / 15000, 1, now() FROM generate_series(0, 29999) AS n
          """,
          "RESET session_replication_role",
          "VACUUM ANALYZE");

  private ManyRows() {}

  /** Adds them to a new database. */
  static void fill(Jdbi jdbi) {
    jdbi.useHandle(handle -> STATEMENTS.forEach(handle::execute));
  }
}
