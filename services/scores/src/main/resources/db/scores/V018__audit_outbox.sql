-- What user management has not yet taken into the audit log.
CREATE TABLE audit_outbox (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- By which user management recognizes what it is told twice.
  event    uuid        NOT NULL DEFAULT gen_random_uuid(),
  at       timestamptz NOT NULL,
  kind     text        NOT NULL,
  actor_id bigint      NOT NULL,
  target   text,
  details  jsonb       NOT NULL
);
