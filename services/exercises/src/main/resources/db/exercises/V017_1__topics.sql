-- The names of categories and tags in several languages. Packages contain only the short name.
CREATE TABLE topics (
  kind   text  NOT NULL CHECK (kind IN ('category', 'tag')),
  name   text  NOT NULL CHECK (name <> ''),
  -- By locale: {"en": "Loops", "vi": "Vòng lặp"}.
  labels jsonb NOT NULL,
  -- The labels in lower case without diacritics, one a line.
  words  text  NOT NULL,
  PRIMARY KEY (kind, name)
);

CREATE TRIGGER topics_changed
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON topics
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();

-- Common topics, as category and as tag.
WITH known (name, en, vi) AS (VALUES
  ('basics', 'Basics', 'Nhập môn'),
  ('loops', 'Loops', 'Vòng lặp'),
  ('conditions', 'Conditions', 'Câu lệnh điều kiện'),
  ('arrays', 'Arrays', 'Mảng'),
  ('strings', 'Strings', 'Xâu ký tự'),
  ('math', 'Mathematics', 'Toán học'),
  ('mathematics', 'Mathematics', 'Toán học'),
  ('number-theory', 'Number theory', 'Số học'),
  ('number theory', 'Number theory', 'Số học'),
  ('combinatorics', 'Combinatorics', 'Tổ hợp'),
  ('geometry', 'Geometry', 'Hình học'),
  ('sorting', 'Sorting', 'Sắp xếp'),
  ('searching', 'Searching', 'Tìm kiếm'),
  ('sorting-and-searching', 'Sorting and searching', 'Sắp xếp và tìm kiếm'),
  ('binary-search', 'Binary search', 'Tìm kiếm nhị phân'),
  ('binary search', 'Binary search', 'Tìm kiếm nhị phân'),
  ('two-pointers', 'Two pointers', 'Hai con trỏ'),
  ('two pointers', 'Two pointers', 'Hai con trỏ'),
  ('data-structures', 'Data structures', 'Cấu trúc dữ liệu'),
  ('data structures', 'Data structures', 'Cấu trúc dữ liệu'),
  ('recursion', 'Recursion', 'Đệ quy'),
  ('backtracking', 'Backtracking', 'Quay lui'),
  ('brute-force', 'Brute force', 'Duyệt trâu'),
  ('brute force', 'Brute force', 'Duyệt trâu'),
  ('greedy', 'Greedy methods', 'Tham lam'),
  ('divide-and-conquer', 'Divide and conquer', 'Chia để trị'),
  ('divide and conquer', 'Divide and conquer', 'Chia để trị'),
  ('dynamic-programming', 'Dynamic programming', 'Quy hoạch động'),
  ('dp', 'Dynamic programming', 'Quy hoạch động'),
  ('graphs', 'Graphs', 'Đồ thị'),
  ('trees', 'Trees', 'Cây'),
  ('bfs', 'Breadth-first search', 'Tìm kiếm theo chiều rộng'),
  ('dfs', 'Depth-first search', 'Tìm kiếm theo chiều sâu'),
  ('shortest-paths', 'Shortest paths', 'Đường đi ngắn nhất'),
  ('shortest paths', 'Shortest paths', 'Đường đi ngắn nhất'),
  ('bitmasks', 'Bit masks', 'Bitmask'),
  ('hashing', 'Hashing', 'Băm'),
  ('prefix-sums', 'Prefix sums', 'Tổng tiền tố'),
  ('simulation', 'Simulation', 'Mô phỏng'),
  ('implementation', 'Implementation', 'Cài đặt'),
  ('interactive', 'Interactive', 'Tương tác'),
  ('games', 'Games', 'Trò chơi'))
INSERT INTO topics (kind, name, labels, words)
  SELECT kind, name, jsonb_build_object('en', en, 'vi', vi),
         replace(lower(regexp_replace(normalize(en || chr(10) || vi, NFKD), U&'[\0300-\036f]+', '', 'g')), 'đ', 'd')
  FROM known, (VALUES ('category'), ('tag')) AS kinds (kind);

-- The words of the topics of an exercise, by which it is found, too.
ALTER TABLE exercises ADD COLUMN topic_words text NOT NULL DEFAULT '';
UPDATE exercises SET topic_words = found.words
FROM (
  SELECT exercises.id, string_agg(topics.words, chr(10) ORDER BY kind, name) AS words
  FROM exercises JOIN topics
    ON (kind = 'category' AND name = category) OR (kind = 'tag' AND name = ANY (tags))
  GROUP BY exercises.id) found
WHERE found.id = exercises.id;
