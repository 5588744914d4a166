-- What teachers say about lines of a submission, and what its learner answers.
CREATE TABLE comments (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission_id bigint      NOT NULL REFERENCES scores (id) ON DELETE CASCADE,
  file          text        NOT NULL,
  line          integer     NOT NULL CHECK (line > 0),
  user_id       bigint      NOT NULL,
  -- The name at the time of writing.
  username      text        NOT NULL,
  text          text        NOT NULL,
  created_at    timestamptz NOT NULL,
  edited_at     timestamptz
);
CREATE INDEX comments_of_submission ON comments (submission_id, id);
CREATE INDEX comments_of_user ON comments (user_id);

-- Who is to read a comment.
CREATE TABLE comment_notices (
  user_id    bigint NOT NULL,
  comment_id bigint NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
  read_at    timestamptz,
  PRIMARY KEY (user_id, comment_id)
);
CREATE INDEX comment_notices_unread ON comment_notices (user_id, comment_id) WHERE read_at IS NULL;
CREATE INDEX comment_notices_of_comment ON comment_notices (comment_id);

-- What learners have written and not submitted yet.
CREATE TABLE drafts (
  user_id     bigint      NOT NULL,
  exercise_id bigint      NOT NULL,
  language    text        NOT NULL,
  -- As in scores.submission_data.
  data        json        NOT NULL,
  bytes       integer     NOT NULL,
  -- New with each change, and never used again, even after a deletion.
  version     bigint      GENERATED ALWAYS AS IDENTITY,
  saved_at    timestamptz NOT NULL,
  PRIMARY KEY (user_id, exercise_id, language)
);
