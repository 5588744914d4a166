-- Who has asked for work lately, to tell a learner at once if nobody knows the language.
CREATE TABLE judges (
  name      text        PRIMARY KEY,
  languages text[]      NOT NULL,
  seen_at   timestamptz NOT NULL
);
