CREATE TABLE users (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username      text        NOT NULL CHECK (username ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]$'),
  email         text        NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
  password_hash text        NOT NULL,
  display_name  text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 80),
  role          text        NOT NULL DEFAULT 'learner' CHECK (role IN ('learner', 'author', 'admin')),
  locale        text        NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'vi')),
  is_active     boolean     NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  CONSTRAINT users_email_unique UNIQUE (email)
);
-- "An" and "an" are one name; the spelling that its owner chose is kept.
CREATE UNIQUE INDEX users_username_unique ON users (lower(username));
-- The question "is another administrator left?".
CREATE INDEX users_active_admins ON users (id) WHERE role = 'admin' AND is_active;

-- One sign-in on one device; at the same time the family of its refresh tokens.
CREATE TABLE sessions (
  id           uuid        PRIMARY KEY,
  user_id      bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at   timestamptz NOT NULL,
  -- However busy it is, the session ends then.
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  end_reason   text CHECK (end_reason IN
                 ('logout', 'password_changed', 'role_changed', 'deactivated', 'token_reused')),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX sessions_live_of_user ON sessions (user_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
  -- SHA-256 of the token: a copy of this table opens no session.
  token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
  session_id uuid        NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When it was exchanged for its successor; using it later means that it was stolen.
  rotated_at timestamptz
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);

-- What the other services poll. Rows are written under an advisory lock, so that they become
-- visible in the order of their ids and no reader that remembers an id misses a row.
CREATE TABLE revocations (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  session_id uuid        NOT NULL,
  revoked_at timestamptz NOT NULL
);

CREATE TABLE signing_keys (
  kid           text        PRIMARY KEY,
  public_jwk    text        NOT NULL,
  -- AES-256-GCM: nonce, ciphertext, tag.
  private_key   bytea       NOT NULL,
  created_at    timestamptz NOT NULL,
  signs_from    timestamptz NOT NULL,
  signs_until   timestamptz NOT NULL,
  -- Until then it is published, so that the last tokens it signed can be verified.
  expires_at    timestamptz NOT NULL,
  CHECK (signs_from < signs_until AND signs_until < expires_at)
);

CREATE TABLE login_attempts (
  -- SHA-256 of what was tried: people type passwords into the wrong field.
  subject       bytea       PRIMARY KEY CHECK (length(subject) = 32),
  failures      integer     NOT NULL,
  last_tried_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
CREATE INDEX login_attempts_by_age ON login_attempts (last_tried_at);
