-- Uploaded packages: each becomes a draft, which is published when a judge found that its submissions get their verdicts.
CREATE TABLE imports (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- A user id of user management, and whether the account was an administrator's when it uploaded.
  owner_id         bigint      NOT NULL,
  as_administrator boolean     NOT NULL,
  -- The slug of an exercise whose package names none.
  name             text        NOT NULL,
  -- The draft is deleted when it is published; the check is an id of the scores service.
  draft_id         bigint      NOT NULL,
  check_id         bigint      NOT NULL,
  warnings         jsonb       NOT NULL,
  -- One of the two when it has ended.
  published        jsonb,
  problem          jsonb,
  created_at       timestamptz NOT NULL,
  ended_at         timestamptz,
  CHECK (num_nonnulls(published, problem) = CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END)
);
CREATE INDEX imports_open ON imports (id) WHERE ended_at IS NULL;
CREATE INDEX imports_ended ON imports (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX imports_of_owner ON imports (owner_id);
