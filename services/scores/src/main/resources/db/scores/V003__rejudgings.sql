-- Judging all submissions to an exercise again.
CREATE TABLE rejudgings (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exercise_id       bigint      NOT NULL,
  exercise_revision integer     NOT NULL,
  started_by        bigint      NOT NULL,
  started_at        timestamptz NOT NULL,
  -- How many were queued.
  submissions       integer     NOT NULL CHECK (submissions >= 0)
);
CREATE INDEX rejudgings_of_exercise ON rejudgings (exercise_id, id);

-- The rejudging that queued a submission last; null for the submission itself, and when it was
-- rejudged alone.
ALTER TABLE scores ADD COLUMN rejudging_id bigint REFERENCES rejudgings (id);
CREATE INDEX scores_of_rejudging ON scores (rejudging_id, status) WHERE rejudging_id IS NOT NULL;

-- Until then the judge that failed gets other work only.
ALTER TABLE scores RENAME COLUMN elsewhere_until TO excluded_until;
ALTER TABLE runs RENAME COLUMN elsewhere_until TO excluded_until;

-- Which verdicts there are is said in one place, the judge protocol.
ALTER TABLE scores DROP CONSTRAINT scores_result_status_check;
ALTER TABLE scores ADD CONSTRAINT scores_result_status_check CHECK (result_status ~ '^[A-Z]{2,4}$');
ALTER TABLE runs DROP CONSTRAINT runs_result_status_check;
ALTER TABLE runs ADD CONSTRAINT runs_result_status_check CHECK (result_status ~ '^[A-Z]{2,4}$');
