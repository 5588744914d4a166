package dev.touchstone.scores.personaldata;

import java.util.List;

/**
 * One kind of rows about a person.
 *
 * @param name in the export
 * @param rows a query for {@code :user} with the column {@code key}, a number by which rows are
 *     read page by page, which is not exported
 */
record Part(String name, String rows) {
  /** All kinds, in the order of the export. A table with a column {@code user_id} belongs here. */
  static final List<Part> ALL =
      List.of(
          new Part("learner", "SELECT user_id AS key, * FROM learners WHERE user_id = :user"),
          new Part(
              "progress", "SELECT exercise_id AS key, * FROM user_exercises WHERE user_id = :user"),
          new Part(
              "submissions",
              """
              SELECT id AS key, id, exercise_id, exercise_revision, exercise_points, attempt_number,
                language, submission_data, submitted_at, status, result_status, score_points,
                execution_time_ms, memory_kib, compile_output, feedback_message, judged_at,
                (SELECT json_agg(result ORDER BY test_index) FROM score_tests WHERE job_id = scores.id)
                  AS tests
              FROM scores WHERE user_id = :user
              """),
          new Part(
              "runs",
              """
              SELECT id AS key, id, exercise_id, exercise_revision, language, submission_data,
                submitted_at, status, result_status, output
              FROM runs WHERE user_id = :user
              """),
          new Part(
              "checks",
              """
              SELECT id AS key, id, exercise_id, exercise_revision, submitted_at, status,
                result_status
              FROM checks WHERE user_id = :user
              """),
          new Part(
              "hints",
              """
              SELECT exercise_id * 100 + hint AS key, exercise_id, hint, revealed_at
              FROM hint_reveals WHERE user_id = :user
              """),
          new Part("drafts", "SELECT version AS key, * FROM drafts WHERE user_id = :user"),
          new Part("comments_written", "SELECT id AS key, * FROM comments WHERE user_id = :user"),
          new Part(
              "comments_received",
              """
              SELECT comments.id AS key, comments.id, submission_id, file, line, text, created_at,
                edited_at
              FROM scores JOIN comments ON comments.submission_id = scores.id
              WHERE scores.user_id = :user AND comments.user_id <> :user
              """),
          new Part(
              "comment_notices",
              "SELECT comment_id AS key, * FROM comment_notices WHERE user_id = :user"),
          new Part("rejudgings", "SELECT id AS key, * FROM rejudgings WHERE started_by = :user"));
}
