-- Teachers list learners by name, points and exercises solved, page by page.
CREATE INDEX learners_by_name ON learners ((lower(username) COLLATE "C"), user_id);
CREATE INDEX learners_by_points ON learners (points, user_id);
CREATE INDEX learners_by_solved ON learners (solved, user_id);
