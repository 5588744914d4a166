package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.ReleasedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service goes on with the data of every released version. */
class ReleasedVersionsTest {
  @TempDir Path data;

  static List<String> released() throws IOException {
    return ReleasedDatabase.of("exercises");
  }

  @ParameterizedTest
  @MethodSource("released")
  void nothingIsLostAndTheServiceGoesOn(String file) throws SQLException {
    try (ReleasedDatabase database = ReleasedDatabase.create("exercises", file)) {
      Map<String, String> settings = Map.of("DATABASE_URL", database.url());
      Database.open(DatabaseConfiguration.from(Environment.of(settings)), "db/exercises").close();
      database.requireIntact(Map.of());
      try (RunningService service = RunningService.start(data, database.url(), settings)) {
        assertThat(service.slugs(null, "?q=vong+lap")).containsExactly("sum");
        long added = service.add(PackageFixture.named("new"));
        assertThat(
                service
                    .get(null, RunningService.EXERCISES + "/" + added, RunningService.EXERCISE)
                    .status())
            .isEqualTo(200);
      }
    }
  }
}
