-- Which hints of an exercise a learner has looked at, numbered from one.
CREATE TABLE hint_reveals (
  user_id     bigint      NOT NULL,
  exercise_id bigint      NOT NULL,
  hint        smallint    NOT NULL CHECK (hint > 0),
  revealed_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, exercise_id, hint)
);
