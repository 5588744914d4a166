-- Active and not, in one language and in two, empty and long; values at the limits of their types.
INSERT INTO exercises (slug, revision, locale, title, description, translations, category, difficulty_level,
  tags, points, languages, limits, starter_code, test_cases, solutions, search, is_active, created_at,
  updated_at) VALUES
  ('sum', 2, 'vi', 'Tổng hai số', 'Đọc hai số, in tổng. Dùng VÒNG LẶP.',
   '{"en": {"title": "Sum", "description": "Read two numbers, print the sum."}}', 'basics', 'easy',
   '{loops,"với dấu"}', 10, '{}', '{"time_ms": 1000}', '{"python3": "a = input()\n"}',
   '[{"name": "sample/1", "input": "1 2\n", "answer": "3\n", "sample": true}]',
   '[{"path": "submissions/accepted/a.py", "expected": ["AC"]}]', E'tong hai so\nsum\nbasics', true,
   '0001-01-01 00:00:00Z', '9999-12-31 23:59:59.999999Z'),
  ('a-1', 2147483647, 'en', '', '', '{}', '', 'hard', '{}', 2147483647, '{python3,cpp}', '{}', '{}', '[]', '[]',
   '', false, '2026-01-02 03:04:05Z', '2026-01-02 03:04:05Z');
INSERT INTO exercises (slug, revision, locale, title, description, translations, category, difficulty_level,
  tags, points, languages, limits, starter_code, test_cases, solutions, search, created_at, updated_at)
SELECT 'exercise-' || n, 1, 'en', 'Exercise ' || n, repeat('A long statement with ''quotes'' and 😀. ', 2000),
  '{}', 'many', 'medium', '{}', 5, '{}', '{}', '{}', '[]', '[]', 'exercise ' || n, now(), now()
FROM generate_series(1, 200) AS n;

INSERT INTO exercise_revisions (exercise_id, revision, digest, author_id, created_at)
SELECT id, 1, repeat('0a', 32), NULL, created_at FROM exercises;
INSERT INTO exercise_revisions (exercise_id, revision, digest, author_id, created_at) VALUES
  (1, 2, repeat('f', 64), 9223372036854775807, '2026-01-02 03:04:05Z'),
  (2, 2147483647, repeat('1', 64), 7, '2026-01-02 03:04:05Z');

INSERT INTO revision_files (exercise_id, revision, path, sha256, size)
SELECT exercise_id, revision, path, repeat('0', 64), size
FROM exercise_revisions, (VALUES ('problem.yaml', 0), ('data/secret/bài 1.in', 9223372036854775807)) AS f (path, size);

INSERT INTO starter_packages (name, exercise_id, digest) VALUES ('sum', 1, repeat('f', 64));
