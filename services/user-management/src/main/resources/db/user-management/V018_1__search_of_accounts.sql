-- Administrators search for a part of a name or an address among thousands of accounts. The owner of a
-- database may create this extension since PostgreSQL 13; where it is missing or forbidden, a search
-- reads all accounts, as before.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX users_search ON users
    USING gin (username gin_trgm_ops, email gin_trgm_ops, display_name gin_trgm_ops)
    WITH (fastupdate = off);
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE WARNING 'Searching accounts stays slow without the extension pg_trgm: %', SQLERRM;
END
$$;
