-- Deleting an account deletes the runs and checks of a person.
CREATE INDEX runs_of_user ON runs (user_id);
CREATE INDEX checks_of_user ON checks (user_id);
