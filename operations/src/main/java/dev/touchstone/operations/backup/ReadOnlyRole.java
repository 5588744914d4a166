package dev.touchstone.operations.backup;

import dev.touchstone.operations.databases.Databases;
import dev.touchstone.operations.process.OperationFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Checks that a role can read a whole database and write nothing, whatever goes wrong. */
final class ReadOnlyRole {
  /** How to create one. */
  static final String RECIPE =
      """
      CREATE ROLE backup LOGIN;
      GRANT pg_read_all_data TO backup;
      GRANT %1$s TO CURRENT_USER;        -- who owns a database lets others in
      GRANT CONNECT ON DATABASE %1$s TO backup;
      REVOKE %1$s FROM CURRENT_USER;
      ALTER ROLE backup PASSWORD '…';    -- on RDS instead: GRANT rds_iam TO backup;
      """
          .formatted(Databases.ALL);

  /** Every row is something that the role has and must not have. */
  private static final String TOO_MUCH =
      """
      SELECT 'is a superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
      UNION ALL
      SELECT 'may create roles' FROM pg_roles WHERE rolname = current_user AND rolcreaterole
      UNION ALL
      SELECT 'may create databases' FROM pg_roles WHERE rolname = current_user AND rolcreatedb
      UNION ALL
      SELECT 'is a member of the role ' || r.rolname FROM pg_roles r, pg_roles me
      WHERE me.rolname = current_user AND NOT me.rolsuper AND r.rolname <> current_user
        AND r.rolname NOT IN ('pg_read_all_data', 'rds_iam')
        AND pg_has_role(current_user, r.oid, 'MEMBER')
      UNION ALL
      SELECT 'may create schemas' WHERE has_database_privilege(current_database(), 'CREATE')
      UNION ALL
      SELECT 'may create objects in the schema ' || nspname FROM pg_namespace
      WHERE nspname !~ '^pg_' AND has_schema_privilege(oid, 'CREATE')
      UNION ALL
      SELECT format('may write to %s', c.oid::regclass) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND CASE
        WHEN c.relkind IN ('r', 'p', 'v', 'm', 'f') THEN has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
        WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE') END
      """;

  /** Every row is something that the role can't read. */
  private static final String TOO_LITTLE =
      """
      SELECT 'can''t enter the schema ' || nspname FROM pg_namespace
      WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND NOT has_schema_privilege(oid, 'USAGE')
      UNION ALL
      SELECT format('can''t read %I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND CASE c.relkind WHEN 'r' THEN NOT has_table_privilege(c.oid, 'SELECT')
          WHEN 'S' THEN NOT has_sequence_privilege(c.oid, 'SELECT') ELSE false END
      """;

  private static final int SHOWN = 3;

  private ReadOnlyRole() {}

  /**
   * Checks the role of a connection in its database.
   *
   * @throws OperationFailed if it can do too much or too little; says how to create one
   */
  static void require(Connection connection, String database) throws SQLException {
    List<String> faults = new ArrayList<>();
    String user;
    try (Statement statement = connection.createStatement()) {
      for (String query : List.of(TOO_MUCH, TOO_LITTLE)) {
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            faults.add(rows.getString(1));
          }
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT current_user")) {
        row.next();
        user = row.getString(1);
      }
    }
    if (!faults.isEmpty()) {
      String more = faults.size() > SHOWN ? " and more" : "";
      throw new OperationFailed(
          "A backup needs a role that can read everything and write nothing, but %s in the database %s: it %s%s. Create one as the master user:%n%s"
              .formatted(
                  user,
                  database,
                  String.join(", ", faults.subList(0, Math.min(SHOWN, faults.size()))),
                  more,
                  RECIPE));
    }
  }
}
