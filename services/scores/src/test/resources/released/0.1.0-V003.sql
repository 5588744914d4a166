-- Every state, verdict and column; values at the limits of their types; and enough rows that a
-- migration that is slow by the row shows.
INSERT INTO rejudgings (exercise_id, exercise_revision, started_by, started_at, submissions) VALUES
  (1, 1, 9, '2026-01-05 10:00:00Z', 0),
  (9223372036854775807, 2147483647, 9223372036854775807, '9999-12-31 23:59:59.999999Z', 2147483647);

INSERT INTO scores (user_id, exercise_id, exercise_revision, exercise_points, attempt_number, language,
  submission_data, idempotency_key, submitted_at, status, queued_at, flow, place, tries, fencing_token,
  judge, leased_until, excluded_until, judging_error, event_number, queued_event, state_event,
  compile_output, tests_total, result_status, execution_time_ms, memory_kib, feedback_message, judged_at,
  score_points, rejudging_id) VALUES
  (1, 1, 1, 10, 1, 'python3', '{"files": [{"name": "main.py", "content": "print(\"Xin chào\")\n"}]}', 'key-1',
   '2026-01-02 03:04:05Z', 'queued', '2026-01-02 03:04:05Z', 1, 1, 0, 0,
   NULL, NULL, NULL, NULL, 1, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (1, 1, 1, 10, 2, 'java', '{"files": [], "files": [{"name": "'' ; -- 😀", "content": ""}]}', NULL,
   '2026-01-02 03:04:06Z', 'judging', '2026-01-02 03:04:06Z', 1, 2, 1, 1,
   'judge-1', '2026-01-02 03:05:00Z', NULL, NULL, 2, 1, 2, NULL, 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (1, 1, 1, 10, 3, 'c', '{"files": []}', NULL,
   '2026-01-02 03:04:07Z', 'judge_error', '2026-01-02 03:04:07Z', 1, 3, 3, 9,
   'judge-2', NULL, '2026-01-02 03:09:00Z', 'the disk is full', 9, 1, 9, NULL, NULL, 'JE', NULL, NULL, '', NULL, NULL, 1),
  (9223372036854775807, 9223372036854775807, 2147483647, 9999999999.99, 2147483647, '',
   '{"files": [{"name": "a", "content": "\ud83d\ude00"}]}', 'k',
   '9999-12-31 23:59:59.999999Z', 'judged', '0001-01-01 00:00:00Z', 9223372036854775807, -9223372036854775808,
   2147483647, 9223372036854775807, '', NULL, NULL, NULL, 9223372036854775807, 1, 1,
   E'line one\nline two\ttab', 0, 'AC', 9223372036854775807, 0, 'Đúng rồi', '9999-12-31 23:59:59Z', 9999999999.99, 2);

INSERT INTO scores (user_id, exercise_id, exercise_revision, exercise_points, attempt_number, language,
  submission_data, submitted_at, status, queued_at, flow, place, result_status, execution_time_ms,
  memory_kib, judged_at, score_points)
SELECT 100 + n % 50, 10 + n % 7, 1, 10, 1 + n / 350, 'python3', '{"files": []}',
  timestamptz '2026-01-03 00:00:00Z' + n * interval '1 minute', 'judged',
  timestamptz '2026-01-03 00:00:00Z', 100 + n % 50, n,
  (ARRAY['AC', 'WA', 'TLE', 'MLE', 'OLE', 'RTE', 'CE'])[1 + n % 7], n, n,
  timestamptz '2026-01-03 00:00:01Z' + n * interval '1 minute', n % 11
FROM generate_series(0, 3499) AS n;

INSERT INTO score_tests (job_id, test_index, event_number, result)
SELECT id, test, id, '{"verdict": "AC", "name": "secret/1", "time_ms": 12}'
FROM scores, generate_series(1, 2) AS test;

INSERT INTO runs (user_id, exercise_id, exercise_revision, language, submission_data, submitted_at, status,
  queued_at, flow, place, tries, fencing_token, judge, leased_until, excluded_until, judging_error,
  compile_output, tests_total, result_status, execution_time_ms, memory_kib, feedback_message, judged_at,
  output) VALUES
  (1, 1, 1, 'python3', '{"files": [], "input": "1\n"}', '2026-01-02 03:04:05Z', 'queued',
   '2026-01-02 03:04:05Z', 1, 1, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (1, 1, 1, 'python3', '{"files": [], "input": ""}', '2026-01-02 03:04:06Z', 'judging',
   '2026-01-02 03:04:06Z', 1, 2, 1, 1, 'judge-1', '2026-01-02 03:05:00Z', '2026-01-02 03:06:00Z', 'lost',
   NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL),
  (2, 1, 1, 'python3', '{"files": [], "input": ""}', '2026-01-02 03:04:07Z', 'judged',
   '2026-01-02 03:04:07Z', 2, 3, 1, 2, 'judge-1', NULL, NULL, NULL, 'warning: unused', 0, 'RTE', 5, 6,
   'exit code 1', '2026-01-02 03:04:09Z', '{"text": "half\u2026", "truncated": true}');

INSERT INTO run_tests (job_id, test_index, event_number, result) SELECT id, 1, 2, '{}' FROM runs;

INSERT INTO user_exercises (user_id, exercise_id, first_attempt, last_attempt, total_attempts, best_score,
  best_status, improved_at) VALUES
  (1, 1, '2026-01-02 03:04:05Z', '2026-01-02 03:04:07Z', 3, NULL, NULL, NULL),
  (9223372036854775807, 9223372036854775807, '0001-01-01 00:00:00Z', '9999-12-31 23:59:59Z', 2147483647,
   9999999999.99, 'AC', '9999-12-31 23:59:59Z');
INSERT INTO user_exercises (user_id, exercise_id, first_attempt, last_attempt, total_attempts, best_score,
  best_status, improved_at)
SELECT user_id, exercise_id, min(submitted_at), max(submitted_at), count(*), 10, 'AC', max(submitted_at)
FROM scores WHERE user_id BETWEEN 100 AND 149 GROUP BY user_id, exercise_id;

INSERT INTO learners (user_id, username, points, solved, improved_at) VALUES
  (1, 'an', 0, 0, NULL),
  (9223372036854775807, 'Ngô Thị Ánh', 999999999999.99, 2147483647, '2026-02-01 00:00:00Z');
INSERT INTO learners (user_id, username, points, solved, improved_at)
SELECT user_id, 'learner' || user_id, sum(best_score), count(*), max(improved_at)
FROM user_exercises WHERE user_id BETWEEN 100 AND 149 GROUP BY user_id;

INSERT INTO judges (name, languages, seen_at) VALUES
  ('judge-1', '{python3,java}', '2026-01-02 03:04:05Z'), ('', '{}', '2026-01-02 03:04:05Z');
