package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.infrastructure.Command.Ending;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * {@code databases.sql} on a real PostgreSQL, run as a master with the rights that RDS gives: it
 * makes databases and roles, and is no superuser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabasesTest {
  private static final Path DATA = Sources.INFRASTRUCTURE.resolve("roots/data");
  private static final Set<String> SERVICES = Set.of("auth", "exercises", "scores");

  private EmbeddedPostgres postgres;

  @BeforeAll
  void makeThemTwice() throws IOException, SQLException {
    Path psql = Tools.psql();
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    execute(
        "postgres",
        "postgres",
        "CREATE ROLE rds_iam; CREATE ROLE master LOGIN CREATEDB CREATEROLE;"
            + " GRANT rds_iam TO master WITH ADMIN OPTION");
    for (int run = 1; run <= 2; run++) {
      Ending ending =
          Command.run(
              DATA,
              Map.of(),
              List.of(
                  psql.toString(),
                  "--no-psqlrc",
                  "--file=databases.sql",
                  "host=127.0.0.1 dbname=postgres user=master port=" + postgres.getPort()));
      assertThat(ending.status()).as(ending.output()).isZero();
    }
  }

  @AfterAll
  void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void eachServiceOwnsTheDatabaseOfItsName() throws SQLException {
    assertThat(
            strings(
                "SELECT datname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba"
                    + " WHERE datname = rolname AND rolname <> 'postgres'"))
        .isEqualTo(SERVICES);
    for (String service : SERVICES) {
      execute(service, service, "CREATE TABLE mine (id int); INSERT INTO mine VALUES (1)");
    }
  }

  @Test
  void noServiceGetsIntoAnothersDatabase() {
    for (String service : SERVICES) {
      for (String other : SERVICES) {
        if (!other.equals(service)) {
          assertThatThrownBy(() -> execute(service, other, "SELECT 1"))
              .hasMessageContaining("permission denied for database");
        }
      }
    }
  }

  @Test
  void operatorsReadAndRestoreEveryDatabase() throws SQLException {
    for (String service : SERVICES) {
      execute(service, service, "CREATE TABLE lost (id int)");
      execute("operator", service, "SELECT * FROM lost; DROP TABLE lost");
    }
  }

  @Test
  void nobodyButTheMasterMakesRolesOrDatabases() throws SQLException {
    assertThat(
            strings(
                "SELECT rolname FROM pg_roles WHERE rolcanlogin"
                    + " AND (rolsuper OR rolcreatedb OR rolcreaterole)"))
        .containsExactlyInAnyOrder("master", "postgres");
  }

  /** Afterwards the master is again what it was: it reads no learner's row by chance. */
  @Test
  void theMasterKeepsNoRightToWhatTheServicesOwn() throws SQLException {
    assertThat(
            strings(
                "SELECT rolname FROM pg_roles WHERE rolname IN ('auth', 'exercises', 'scores')"
                    + " AND (pg_has_role('master', oid, 'USAGE') OR pg_has_role('master', oid, 'SET'))"))
        .isEmpty();
  }

  /** Those that pods and operators sign in as by IAM are those that are made, and may. */
  @Test
  void theRolesAreThoseThatIamNames() throws SQLException {
    Set<String> named = new TreeSet<>();
    Matcher user =
        Pattern.compile("database_user_arn}/(\\w+)|user += \"(\\w+)\"")
            .matcher(Sources.text(Sources.INFRASTRUCTURE.resolve("roots/access")));
    while (user.find()) {
      named.add(user.group(1) == null ? user.group(2) : user.group(1));
    }
    assertThat(
            strings(
                "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname <> 'master'"
                    + " AND NOT rolsuper AND pg_has_role(oid, 'rds_iam', 'USAGE')"))
        .isEqualTo(named);
  }

  private Set<String> strings(String query) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection connection = postgres.getDatabase("postgres", "postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void execute(String user, String database, String sql) throws SQLException {
    try (Connection connection = postgres.getDatabase(user, database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
