-- The words of titles, names, topics and statements, in lower case without diacritics. No extension
-- is needed, and none that a hosted PostgreSQL lacks.
ALTER TABLE exercises ADD COLUMN words tsvector NOT NULL DEFAULT '';

-- What the service computes for new revisions; of long statements less, so that every index entry has
-- room, whatever the alphabet.
UPDATE exercises SET words = to_tsvector('simple', left(
  search || ' ' || replace(lower(regexp_replace(normalize(
    description || ' ' || coalesce((SELECT string_agg(value ->> 'description', ' ')
      FROM jsonb_each(translations)), ''), NFKD), U&'[\0300-\036f]+', '', 'g')), 'đ', 'd'), 100000));

CREATE INDEX exercises_words ON exercises USING gin (words);
