-- In the order in which transactions of the version before take locks, which may be running.
LOCK TABLE runs, scores IN ACCESS EXCLUSIVE MODE;

-- Each heartbeat moves leased_until. Where no index has it, that changes the row only. Leased jobs
-- are few and are found by their status.
DROP INDEX scores_leases;
DROP INDEX runs_leases;
CREATE INDEX runs_open ON runs (status, id) WHERE status <> 'judged';

-- Statistics count verdicts, by the index alone.
DROP INDEX scores_of_exercise;
CREATE INDEX scores_of_exercise ON scores (exercise_id, id) INCLUDE (result_status);

-- A job leaves three old versions of its row behind. By default they are cleared away when a fifth
-- of the table has changed, which is too late for a queue at the end of a large table.
ALTER TABLE scores SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE runs SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Each result updates one row of each; with room on its page, no index changes.
ALTER TABLE user_exercises SET (fillfactor = 80);
ALTER TABLE learners SET (fillfactor = 70);
