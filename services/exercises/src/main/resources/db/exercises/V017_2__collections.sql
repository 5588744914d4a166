-- Exercises in an order that their author chose, such as a course.
CREATE TABLE collections (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- A user id of user management; 0 where the account was deleted: then it is the administrators'.
  owner_id     bigint      NOT NULL,
  -- By locale.
  titles       jsonb       NOT NULL,
  descriptions jsonb       NOT NULL,
  -- Whether learners see it.
  is_active    boolean     NOT NULL,
  -- Counts the changes, for If-Match.
  version      integer     NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL
);
CREATE INDEX collections_active ON collections (id) WHERE is_active;
CREATE INDEX collections_of_owner ON collections (owner_id, id);

CREATE TABLE collection_exercises (
  collection_id bigint  NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  exercise_id   bigint  NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  place         integer NOT NULL,
  PRIMARY KEY (collection_id, exercise_id)
);
-- For the foreign key.
CREATE INDEX collection_exercises_of_exercise ON collection_exercises (exercise_id);

CREATE TRIGGER collections_changed
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON collections
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
