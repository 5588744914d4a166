-- When the last lease began. Progress that learners see is estimated from it: the true one would
-- show how long their programs take in hidden tests.
ALTER TABLE scores ADD COLUMN judging_since timestamptz;
ALTER TABLE runs ADD COLUMN judging_since timestamptz;
