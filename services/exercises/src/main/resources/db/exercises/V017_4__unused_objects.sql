-- Objects that no revision and no draft refers to, since when. They are deleted later: they may be those
-- of an upload that is still under way, or a backup of the database may refer to them.
CREATE TABLE unused_objects (
  sha256       text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  unused_since timestamptz NOT NULL
);
CREATE INDEX unused_objects_by_age ON unused_objects (unused_since);

-- Whether anything refers to an object.
CREATE INDEX revision_files_by_object ON revision_files (sha256);
CREATE INDEX draft_files_by_object ON draft_files (sha256);
