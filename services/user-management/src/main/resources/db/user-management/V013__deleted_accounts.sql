-- Whose rows the other services are to delete, too. Only the number of an account is left of it, and it
-- stays: a service that is restored from a backup deletes the person again.
CREATE TABLE deleted_accounts (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id    bigint      NOT NULL,
  deleted_at timestamptz NOT NULL
);
