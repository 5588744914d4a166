-- Rankings of a month.
CREATE INDEX user_exercises_by_month ON user_exercises (improved_at)
  INCLUDE (user_id, best_score, best_status) WHERE improved_at IS NOT NULL;

-- Who solved an exercise first, and whose program is the fastest.
CREATE INDEX user_exercises_solved ON user_exercises (exercise_id, improved_at, user_id)
  WHERE best_status = 'AC';
CREATE INDEX scores_accepted ON scores (exercise_id, execution_time_ms, id)
  INCLUDE (user_id, submitted_at) WHERE result_status = 'AC';

-- What pseudonyms are computed with; they stay the same as long as this does. It is random.
CREATE TABLE pseudonym_key (key text NOT NULL);
INSERT INTO pseudonym_key VALUES (gen_random_uuid()::text || gen_random_uuid()::text);

-- The results before a rejudging.
CREATE TABLE rejudged_scores (
  rejudging_id      bigint        NOT NULL REFERENCES rejudgings (id),
  submission_id     bigint        NOT NULL REFERENCES scores (id) ON DELETE CASCADE,
  exercise_revision integer       NOT NULL,
  exercise_points   numeric(12,2) NOT NULL,
  status            text          NOT NULL,
  result_status     text,
  score_points      numeric(12,2),
  execution_time_ms bigint,
  memory_kib        bigint,
  PRIMARY KEY (rejudging_id, submission_id)
);
CREATE INDEX rejudged_scores_of_submission ON rejudged_scores (submission_id, rejudging_id);
