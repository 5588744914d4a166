-- What an author works on: the files of a package that is not published, and need not be complete.
CREATE TABLE drafts (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- A user id of user management.
  owner_id      bigint      NOT NULL,
  -- The exercise that publishing revises; null if it creates one.
  exercise_id   bigint      REFERENCES exercises (id) ON DELETE SET NULL,
  base_revision integer     CHECK (base_revision > 0),
  -- Derived from the files, for the list.
  title         text        NOT NULL,
  -- Counts the changes, for If-Match.
  version       integer     NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL
);
CREATE INDEX drafts_of_owner ON drafts (owner_id, id);
-- For the foreign key.
CREATE INDEX drafts_of_exercise ON drafts (exercise_id) WHERE exercise_id IS NOT NULL;

CREATE TABLE draft_files (
  draft_id bigint NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  path     text   NOT NULL,
  sha256   text   NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size     bigint NOT NULL CHECK (size >= 0),
  PRIMARY KEY (draft_id, path)
);
