-- In the order in which transactions of the version before take locks, which may be running.
LOCK TABLE runs, scores IN ACCESS EXCLUSIVE MODE;

-- Learners may cancel what has not been judged. Existing rows satisfy the constraint that goes, which
-- is stricter, so nothing has to be read while the tables are locked.
ALTER TABLE scores DROP CONSTRAINT scores_status_check;
ALTER TABLE scores ADD CONSTRAINT scores_status_check
  CHECK (status IN ('queued', 'judging', 'judged', 'judge_error', 'cancelled')) NOT VALID;
ALTER TABLE runs DROP CONSTRAINT runs_status_check;
ALTER TABLE runs ADD CONSTRAINT runs_status_check
  CHECK (status IN ('queued', 'judging', 'judged', 'judge_error', 'cancelled')) NOT VALID;

-- What administrators see of a judge. The defaults are for processes of the version before.
ALTER TABLE judges
  ADD COLUMN lanes  text[]      NOT NULL DEFAULT '{}',
  ADD COLUMN since  timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN judged bigint      NOT NULL DEFAULT 0,
  ADD COLUMN failed bigint      NOT NULL DEFAULT 0;
