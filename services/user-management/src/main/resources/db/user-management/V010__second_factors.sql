-- Codes of an authenticator app (RFC 6238).
CREATE TABLE totp_factors (
  user_id      bigint      PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  -- AES-256-GCM: nonce, ciphertext, tag.
  secret       bytea       NOT NULL,
  created_at   timestamptz NOT NULL,
  -- Null until a first code has proved that the app has the secret.
  confirmed_at timestamptz,
  -- The period of the last accepted code; it and all before it are used up.
  last_period  bigint      NOT NULL DEFAULT 0
);

CREATE TABLE recovery_codes (
  user_id   bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- SHA-256, which is enough because a code has 80 random bits.
  code_hash bytea  NOT NULL CHECK (length(code_hash) = 32),
  PRIMARY KEY (user_id, code_hash)
);

-- Sign-ins whose password was right and whose second factor is awaited.
CREATE TABLE login_challenges (
  challenge_hash bytea       PRIMARY KEY CHECK (length(challenge_hash) = 32),
  user_id        bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at     timestamptz NOT NULL
);
CREATE INDEX login_challenges_of_user ON login_challenges (user_id);
CREATE INDEX login_challenges_by_expiry ON login_challenges (expires_at);

-- The reasons are a closed set in the program, which alone writes them; a list here would need an
-- exclusive lock for each new one.
ALTER TABLE sessions DROP CONSTRAINT IF EXISTS sessions_end_reason_check;
