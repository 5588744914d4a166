-- Deleting an account forgets who started a rejudging.
CREATE INDEX rejudgings_started_by ON rejudgings (started_by);
