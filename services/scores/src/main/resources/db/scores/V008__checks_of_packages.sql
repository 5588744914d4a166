-- An author wants to know whether the submissions of a draft get their verdicts. The same columns
-- as runs, whose program is empty; exercise_id is the negative id of the draft.
CREATE TABLE checks (LIKE runs INCLUDING ALL);
ALTER TABLE checks SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

CREATE TABLE check_tests (
  job_id       bigint  NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
  test_index   integer NOT NULL CHECK (test_index > 0),
  event_number bigint  NOT NULL,
  result       jsonb   NOT NULL,
  PRIMARY KEY (job_id, test_index)
);
