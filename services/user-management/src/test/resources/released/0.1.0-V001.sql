-- Every role, state and column; values at the limits of their types. The password of "first" is
-- "a password of the first release".
INSERT INTO users (username, email, password_hash, display_name, role, locale, is_active, created_at, updated_at) VALUES
  ('first', 'first@school.example', '$argon2id$v=19$m=19456,t=2,p=1$VwYMQXQcC4QD307qrObENQ$XjLQyK5G/BtNUNrAepDyk2xSj2EnZFk8pE9A2Z7NV0k',
   'Người Đầu Tiên', 'admin', 'vi', true, '2026-01-02 03:04:05Z', '2026-01-02 03:04:05Z'),
  ('a.b', repeat('x', 242) || '@example.org', '', repeat('😀', 80), 'author', 'en', true,
   '0001-01-01 00:00:00Z', '9999-12-31 23:59:59.999999Z'),
  ('A-very-long-name-of-32-character', 'gone@school.example', '', '''; --', 'learner', 'en', false,
   '2026-01-02 03:04:05Z', '2026-01-02 03:04:05Z');
INSERT INTO users (username, email, password_hash, display_name, created_at, updated_at)
SELECT 'learner-' || n, 'learner-' || n || '@school.example', '', 'Learner ' || n, now(), now()
FROM generate_series(1, 2000) AS n;

INSERT INTO sessions (id, user_id, created_at, expires_at, ended_at, end_reason) VALUES
  ('00000000-0000-0000-0000-000000000001', 1, '2026-01-02 03:04:05Z', '9999-12-31 00:00:00Z', NULL, NULL),
  ('ffffffff-ffff-ffff-ffff-ffffffffffff', 1, '2026-01-02 03:04:05Z', '2026-01-03 00:00:00Z', '2026-01-02 04:00:00Z', 'logout'),
  ('00000000-0000-0000-0000-000000000002', 2, '2026-01-02 03:04:05Z', '2026-01-03 00:00:00Z', '2026-01-02 04:00:00Z', 'password_changed'),
  ('00000000-0000-0000-0000-000000000003', 2, '2026-01-02 03:04:05Z', '2026-01-03 00:00:00Z', '2026-01-02 04:00:00Z', 'role_changed'),
  ('00000000-0000-0000-0000-000000000004', 3, '2026-01-02 03:04:05Z', '2026-01-03 00:00:00Z', '2026-01-02 04:00:00Z', 'deactivated'),
  ('00000000-0000-0000-0000-000000000005', 3, '2026-01-02 03:04:05Z', '2026-01-03 00:00:00Z', '2026-01-02 04:00:00Z', 'token_reused');
INSERT INTO sessions (id, user_id, created_at, expires_at)
SELECT gen_random_uuid(), id, now(), now() + interval '60 days' FROM users;

INSERT INTO refresh_tokens (token_hash, session_id, issued_at, expires_at, rotated_at)
SELECT sha256(id::text::bytea), id, created_at, expires_at, ended_at FROM sessions;

INSERT INTO revocations (session_id, revoked_at)
SELECT id, ended_at FROM sessions WHERE ended_at IS NOT NULL;

-- Its time is over, so the service makes another one.
INSERT INTO signing_keys (kid, public_jwk, private_key, created_at, signs_from, signs_until, expires_at) VALUES
  ('old', '{}', '\x00ff', '2025-01-01 00:00:00Z', '2025-01-01 00:00:00Z', '2025-01-02 00:00:00Z', '2025-01-03 00:00:00Z');

INSERT INTO login_attempts (subject, failures, last_tried_at, blocked_until) VALUES
  (sha256('somebody'), 2147483647, '9999-12-31 00:00:00Z', '9999-12-31 23:59:59Z'),
  (decode(repeat('00', 32), 'hex'), 0, '2026-01-02 03:04:05Z', '2026-01-02 03:04:05Z');
