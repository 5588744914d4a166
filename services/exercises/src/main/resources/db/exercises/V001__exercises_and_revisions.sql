-- The current revision of each exercise, derived from its package; the files themselves are in the
-- object store, listed in revision_files.
CREATE TABLE exercises (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Never digits alone, so that it can't be taken for an id.
  slug             text        NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND slug ~ '[a-z]'),
  revision         integer     NOT NULL CHECK (revision > 0),
  -- Of title and description; other languages are in translations: {"vi": {"title", "description"}}.
  locale           text        NOT NULL,
  title            text        NOT NULL,
  description      text        NOT NULL,
  translations     jsonb       NOT NULL,
  category         text        NOT NULL,
  difficulty_level text        NOT NULL CHECK (difficulty_level IN ('easy', 'medium', 'hard')),
  difficulty_rank  smallint    NOT NULL GENERATED ALWAYS AS
                     (CASE difficulty_level WHEN 'easy' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END) STORED,
  tags             text[]      NOT NULL,
  points           integer     NOT NULL CHECK (points >= 0),
  -- Empty: every language of the platform.
  languages        text[]      NOT NULL,
  limits           jsonb       NOT NULL,
  starter_code     jsonb       NOT NULL,
  -- Hidden ones included: never sent to a learner.
  test_cases       jsonb       NOT NULL,
  solutions        jsonb       NOT NULL,
  -- Titles, names and topics in lower case without diacritics.
  search           text        NOT NULL,
  is_active        boolean     NOT NULL DEFAULT true,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  CONSTRAINT exercises_slug_unique UNIQUE (slug)
);
-- The order of the list: easy ones first.
CREATE INDEX exercises_in_order ON exercises (difficulty_rank, points, id);

CREATE TABLE exercise_revisions (
  exercise_id bigint      NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  revision    integer     NOT NULL,
  -- SHA-256 of the list of files: equal digests are equal packages.
  digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  -- A user id of user management; null where a starter package was loaded.
  author_id   bigint,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (exercise_id, revision)
);

CREATE TABLE revision_files (
  exercise_id bigint  NOT NULL,
  revision    integer NOT NULL,
  path        text    NOT NULL,
  sha256      text    NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size        bigint  NOT NULL CHECK (size >= 0),
  PRIMARY KEY (exercise_id, revision, path),
  FOREIGN KEY (exercise_id, revision) REFERENCES exercise_revisions ON DELETE CASCADE
);

-- What was loaded from the folder of starter packages, to tell what is new or changed there.
CREATE TABLE starter_packages (
  name        text   PRIMARY KEY,
  exercise_id bigint NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  digest      text   NOT NULL
);
