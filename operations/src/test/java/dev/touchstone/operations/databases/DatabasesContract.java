package dev.touchstone.operations.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.Run;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the command makes on a real PostgreSQL with the rights that RDS gives a master. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabasesContract {
  private static final Set<String> SERVICES = Set.copyOf(Databases.SERVICES);

  private final Server server;
  private EmbeddedPostgres postgres;
  private Run first;
  private Run second;

  DatabasesContract(Server server) {
    this.server = server;
  }

  @BeforeAll
  void makeThemTwice(@TempDir Path data) throws IOException, SQLException {
    postgres = server.start(true, data.resolve("data"));
    first = Server.makeDatabases(postgres, Map.of());
    second = Server.makeDatabases(postgres, Map.of());
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void reportsWhatItMadeAndWhatWasThere() {
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("role auth: created", "database scores: created", "AWS tokens")
        .doesNotContain("exists");
    assertThat(second.status()).as(second.err()).isZero();
    assertThat(second.out())
        .contains("role auth: exists", "database scores: exists")
        .doesNotContain("made");
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
                    + " AND (pg_has_role('master', oid, 'USAGE') OR pg_has_role('master', oid, '"
                    + server.rightToBecome()
                    + "'))"))
        .isEmpty();
  }

  /** Those that pods and operators sign in as with tokens are those that are made, and may. */
  @Test
  void theRolesAreThoseThatThePodsRolesMaySignInAs() throws Exception {
    Set<String> named = new TreeSet<>();
    Matcher user =
        Pattern.compile("database_user_arn}/(\\w+)|user += \"(\\w+)\"").matcher(rootAccess());
    while (user.find()) {
      named.add(user.group(1) == null ? user.group(2) : user.group(1));
    }
    assertThat(
            strings(
                "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname <> 'master'"
                    + " AND NOT rolsuper AND pg_has_role(oid, 'rds_iam', 'USAGE')"))
        .isEqualTo(named);
  }

  private static String rootAccess() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("../infrastructure/roots/access"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".tf")).sorted().toList();
      for (Path source : sources) {
        text.append(Files.readString(source));
      }
    }
    return text.toString();
  }

  Set<String> strings(String query) throws SQLException {
    return Server.strings(postgres, query);
  }

  private void execute(String user, String database, String sql) throws SQLException {
    Server.execute(postgres, user, database, sql);
  }
}
