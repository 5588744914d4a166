-- A token of a program is a session of its own, so that it ends as sessions do and everywhere.
ALTER TABLE sessions ADD COLUMN kind text NOT NULL DEFAULT 'sign_in';

CREATE TABLE api_tokens (
  session_id   uuid        PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  user_id      bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- SHA-256, which is enough because a token can't be guessed.
  token_hash   bytea       NOT NULL CHECK (length(token_hash) = 32),
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  scopes       text[]      NOT NULL,
  created_at   timestamptz NOT NULL,
  -- The last exchange for an access token, and so up to ten minutes before the last use.
  last_used_at timestamptz,
  CONSTRAINT api_tokens_hash_unique UNIQUE (token_hash)
);
CREATE INDEX api_tokens_of_user ON api_tokens (user_id);
