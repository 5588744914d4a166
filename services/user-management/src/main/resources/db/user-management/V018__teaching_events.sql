-- Set for what other services report; they may report it twice.
ALTER TABLE audit_log ADD COLUMN event uuid;
CREATE UNIQUE INDEX audit_log_event_unique ON audit_log (event) WHERE event IS NOT NULL;
