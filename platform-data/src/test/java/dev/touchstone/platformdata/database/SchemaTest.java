package dev.touchstone.platformdata.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final String MIGRATIONS = "db/written";

  /** A kill at any moment leaves both or none: PostgreSQL keeps the transaction of every row. */
  @Test
  void aMigrationAndTheNoteOfItAreOneTransaction() {
    try (Database database = open(TestDatabase.createUrl())) {
      String table = "SELECT xmin::text FROM pg_class WHERE relname = 'written'";
      String note = "SELECT xmin::text FROM flyway_schema_history WHERE version = '001'";
      assertThat(one(database, note)).isEqualTo(one(database, table));
    }
  }

  @Test
  void aFailedMigrationSaysWhatTheDatabaseSaid() {
    String url = TestDatabase.createUrl();
    try (Database database = Database.open(configuration(url), "db/none-for-this-test")) {
      database.jdbi().useHandle(handle -> handle.execute("CREATE TABLE written (id bigint)"));
    }
    assertThatThrownBy(() -> open(url))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("relation \"written\" already exists");
  }

  private static String one(Database database, String query) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  private static Database open(String url) {
    return Database.open(configuration(url), MIGRATIONS);
  }

  private static DatabaseConfiguration configuration(String url) {
    return DatabaseConfiguration.from(Environment.of(Map.of("DATABASE_URL", url)));
  }
}
