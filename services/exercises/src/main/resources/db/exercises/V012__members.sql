-- Who may see and change an exercise besides administrators. One without an owner is theirs alone,
-- until they add members.
CREATE TABLE exercise_members (
  exercise_id bigint NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  -- A user id of user management; 0 stands for all authors.
  user_id     bigint NOT NULL CHECK (user_id >= 0),
  role        text   NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
  PRIMARY KEY (exercise_id, user_id),
  CHECK (user_id > 0 OR role <> 'owner')
);
CREATE UNIQUE INDEX exercise_members_owner ON exercise_members (exercise_id) WHERE role = 'owner';
CREATE INDEX exercise_members_of_user ON exercise_members (user_id, exercise_id);

-- Who changed that. Rows are only added; they outlive the exercise.
CREATE TABLE member_changes (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exercise_id bigint      NOT NULL,
  user_id     bigint      NOT NULL,
  role_before text,
  role_after  text,
  changed_by  bigint      NOT NULL,
  changed_at  timestamptz NOT NULL
);
CREATE INDEX member_changes_of_exercise ON member_changes (exercise_id, id);

CREATE FUNCTION keep_member_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'member_changes is append-only';
END
$$;
CREATE TRIGGER member_changes_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON member_changes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_member_changes();

-- Nobody loses work: an exercise belongs to whoever published its first revision, and starter
-- exercises to the administrators. Who published other revisions, or has a draft of the exercise,
-- edits it.
INSERT INTO exercise_members (exercise_id, user_id, role)
  SELECT exercise_id, author_id, 'owner' FROM exercise_revisions
  WHERE revision = 1 AND author_id > 0;
INSERT INTO exercise_members (exercise_id, user_id, role)
  SELECT exercise_id, author_id, 'editor' FROM exercise_revisions WHERE author_id > 0
  UNION
  SELECT exercise_id, owner_id, 'editor' FROM drafts WHERE exercise_id IS NOT NULL AND owner_id > 0
ON CONFLICT (exercise_id, user_id) DO NOTHING;
