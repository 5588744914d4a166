-- Public keys of devices that can sign in without a password (WebAuthn).
CREATE TABLE passkeys (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id         bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- Chosen by the device; up to 1,023 bytes by the standard.
  credential_id   bytea       NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
  -- Attested credential data as the standard writes it: kind of device, id and public key.
  credential      bytea       NOT NULL CHECK (length(credential) <= 8192),
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- Many devices always say 0; others count, which shows a copy of the key.
  sign_count      bigint      NOT NULL,
  backup_eligible boolean     NOT NULL,
  backed_up       boolean     NOT NULL,
  created_at      timestamptz NOT NULL,
  last_used_at    timestamptz
);
CREATE INDEX passkeys_of_user ON passkeys (user_id);

-- Challenges that a device has answered, until they would have expired: none is answered twice.
CREATE TABLE answered_challenges (
  challenge_hash bytea       PRIMARY KEY CHECK (length(challenge_hash) = 32),
  expires_at     timestamptz NOT NULL
);
CREATE INDEX answered_challenges_by_expiry ON answered_challenges (expires_at);
