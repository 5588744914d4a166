package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.ReleasedDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service goes on with the data of every released version. */
class ReleasedVersionsTest {
  static List<String> released() throws IOException {
    return ReleasedDatabase.of("user-management");
  }

  @ParameterizedTest
  @MethodSource("released")
  void nothingIsLostAndTheServiceGoesOn(String file) throws SQLException {
    try (ReleasedDatabase database = ReleasedDatabase.create("user-management", file)) {
      Map<String, String> settings = Map.of("DATABASE_URL", database.url());
      // Without the service, whose tasks begin to work at once.
      Database.open(DatabaseConfiguration.from(Environment.of(settings)), "db/user-management")
          .close();
      database.requireIntact(Map.of());
      try (RunningService service = RunningService.start(database.url())) {
        Person first = service.signIn("first", "a password of the first release");
        assertThat(service.get(first.token(), "/api/v1/users?limit=5").json().path("items").size())
            .isEqualTo(5);
        assertThat(service.newLearner().id()).isGreaterThan(2003);
      }
    }
  }
}
