-- Counts the changes of what is public, in the transaction of each change: whoever keeps answers asks
-- for it, and forgets them when it is another.
CREATE TABLE catalogue_changes (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  version bigint  NOT NULL
);
INSERT INTO catalogue_changes (version) VALUES (1);

CREATE FUNCTION count_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE catalogue_changes SET version = version + 1;
  RETURN NULL;
END
$$;

CREATE TRIGGER catalogue_changed
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON exercises
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
