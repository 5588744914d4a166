-- An address counts once its owner has opened the link that was sent there. Until then several
-- accounts may name one address, so that registering doesn't show which addresses have accounts.
ALTER TABLE users
  ADD COLUMN email_verified_at timestamptz,
  -- The address that replaces the present one once its link has been opened.
  ADD COLUMN pending_email text CHECK (pending_email = lower(pending_email) AND length(pending_email) <= 254),
  -- As in the IANA database; null where the owner chose none.
  ADD COLUMN time_zone text CHECK (length(time_zone) <= 64);
CREATE UNIQUE INDEX users_email_verified_unique ON users (email) WHERE email_verified_at IS NOT NULL;
CREATE INDEX users_by_email ON users (email, id);
ALTER TABLE users DROP CONSTRAINT users_email_unique;

ALTER TABLE sessions
  -- Shortened for the list of sessions, such as "Firefox, Linux".
  ADD COLUMN user_agent text CHECK (length(user_agent) <= 80),
  -- The network, not the address, such as 203.0.113.0/24.
  ADD COLUMN network text CHECK (length(network) <= 64);
ALTER TABLE sessions DROP CONSTRAINT sessions_end_reason_check;
ALTER TABLE sessions ADD CONSTRAINT sessions_end_reason_check CHECK (end_reason IN
  ('logout', 'signed_out', 'password_changed', 'password_reset', 'role_changed', 'deactivated', 'token_reused'));

-- Mail is written in the transaction of the change that needs it, and sent afterwards.
CREATE TABLE mails (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind            text        NOT NULL,
  recipient       text        NOT NULL,
  subject         text        NOT NULL,
  -- Deleted once the mail has been sent: they may contain a link that opens an account.
  plain           text,
  html            text,
  -- The same in every attempt, so that a receiver recognizes a second copy.
  message_id      text        NOT NULL,
  state           text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
  attempts        integer     NOT NULL DEFAULT 0,
  -- While a process sends it, the end of its lease.
  next_attempt_at timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  -- After this time it is of no use any more.
  expires_at      timestamptz,
  sent_at         timestamptz,
  last_error      text
);
CREATE INDEX mails_due ON mails (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX mails_dead ON mails (id) WHERE state = 'dead';
CREATE INDEX mails_by_age ON mails (created_at);
CREATE INDEX mails_of_recipient ON mails (recipient, kind, created_at);

CREATE TABLE one_time_links (
  -- SHA-256 of the token: a copy of this table opens no account.
  token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
  purpose    text        NOT NULL CHECK (purpose IN ('reset_password', 'verify_email')),
  user_id    bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- The address that the link was sent to; null where an administrator handed it over.
  email      text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_links_of_user ON one_time_links (user_id, purpose);
CREATE INDEX one_time_links_by_expiry ON one_time_links (expires_at);

-- Requests for a new password are answered before anything is looked up, so that the time of the
-- response doesn't show which accounts exist.
CREATE TABLE reset_requests (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login        text        NOT NULL CHECK (length(login) <= 254),
  requested_at timestamptz NOT NULL
);

-- Browsers that signed in to an account before; guessing by others doesn't slow them down.
CREATE TABLE known_devices (
  user_id      bigint      NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  device_hash  bytea       NOT NULL CHECK (length(device_hash) = 32),
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, device_hash)
);
CREATE INDEX known_devices_by_age ON known_devices (last_used_at);

-- What administrators change at run time. A setting without a row has its default.
CREATE TABLE settings (
  name       text        PRIMARY KEY,
  value      jsonb       NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by bigint      REFERENCES users (id) ON DELETE SET NULL
);

CREATE TABLE invitations (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_hash bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  -- Who may use it; null for anybody who has the link.
  email      text,
  created_by bigint      REFERENCES users (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_by    bigint      REFERENCES users (id) ON DELETE SET NULL,
  used_at    timestamptz
);
CREATE INDEX invitations_by_expiry ON invitations (expires_at);

CREATE TABLE audit_log (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  kind     text        NOT NULL CHECK (kind ~ '^[a-z_]+[.][a-z_]+$'),
  -- Who did it, with the name at that time; no reference, because entries outlive accounts.
  actor_id bigint,
  actor    text,
  -- What it was done to, such as user:12.
  target   text,
  network  text,
  details  jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_by_time ON audit_log (at, id);
CREATE INDEX audit_log_by_kind ON audit_log (kind, id);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_by_target ON audit_log (target, id);

-- Entries are added and, when their time is up, deleted by the retention task; nothing else.
CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('touchstone.audit_retention', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only.' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_log_rows_stay BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
CREATE TRIGGER audit_log_stays BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();
