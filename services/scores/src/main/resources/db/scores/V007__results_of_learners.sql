-- Teachers list learners by name, points and exercises solved, page by page.
CREATE INDEX learners_by_name ON learners ((lower(username) COLLATE "C"), user_id);
CREATE INDEX learners_by_points ON learners (points, user_id);
CREATE INDEX learners_by_solved ON learners (solved, user_id);

-- Statistics count times, too, by the index alone. The new index comes first: until the old one is
-- dropped, readers go on.
CREATE INDEX scores_of_exercise_with_times ON scores (exercise_id, id)
  INCLUDE (result_status, execution_time_ms);
DROP INDEX scores_of_exercise;
ALTER INDEX scores_of_exercise_with_times RENAME TO scores_of_exercise;
