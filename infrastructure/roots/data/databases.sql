-- The platform's databases and their roles. A migration job runs this as master, with psql:
--
--     psql --file=databases.sql "host=… dbname=postgres user=master sslmode=verify-full sslrootcert=global-bundle.pem"
--
-- It may run again at any time: what is there, stays. The tables are made by the services themselves.
\set ON_ERROR_STOP on

-- A role for each service, which owns the database of its name, and one for operators and their jobs.
SELECT format('CREATE ROLE %I LOGIN', wanted.role)
FROM (VALUES ('auth'), ('exercises'), ('scores'), ('operator')) AS wanted (role)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.role)
\gexec

-- On RDS they sign in by IAM alone: no password is made, kept or changed.
SELECT 'GRANT rds_iam TO auth, exercises, scores, operator'
FROM pg_roles WHERE rolname = 'rds_iam'
\gexec

-- Dumps, restores and a look from the bastion: what a service may do to its own database.
GRANT auth, exercises, scores TO operator;

-- Only a member of a role may make a database that the role owns. The master is one for that moment.
GRANT auth, exercises, scores TO CURRENT_USER;

SELECT format('CREATE DATABASE %I OWNER %I', wanted.name, wanted.name)
FROM (VALUES ('auth'), ('exercises'), ('scores')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = wanted.name)
\gexec

-- PostgreSQL lets every role connect to every database: here each service finds only its own.
REVOKE ALL ON DATABASE auth, exercises, scores FROM PUBLIC;

REVOKE auth, exercises, scores FROM CURRENT_USER;
