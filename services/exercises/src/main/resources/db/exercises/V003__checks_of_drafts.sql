-- The last check of a draft by a judge, an id of the scores service, and the version that it read.
ALTER TABLE drafts
  ADD COLUMN check_id      bigint,
  ADD COLUMN check_version integer;

-- Whether judges found that the submissions of the package get their verdicts before it was published.
ALTER TABLE exercise_revisions ADD COLUMN judged boolean NOT NULL DEFAULT false;
