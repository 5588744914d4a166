-- Set where an account was registered with an address that gave the right to register: it can't be
-- used before the address is confirmed.
ALTER TABLE users ADD COLUMN verification_required boolean NOT NULL DEFAULT false;

-- Lists of accounts by role, and of those that are closed.
CREATE INDEX users_by_role ON users (role, id);
CREATE INDEX users_closed ON users (id) WHERE NOT is_active;

-- All sign-ins of an account, for the copy of a person's data and its deletion.
CREATE INDEX sessions_of_user ON sessions (user_id);
