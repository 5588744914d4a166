package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.ReleasedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service goes on with the data of every released version. */
class ReleasedVersionsTest {
  /** Columns whose names have changed since. */
  private static final Map<String, String> RENAMED =
      Map.of("scores.elsewhere_until", "excluded_until", "runs.elsewhere_until", "excluded_until");

  static List<String> released() throws IOException {
    return ReleasedDatabase.of("scores");
  }

  @ParameterizedTest
  @MethodSource("released")
  void nothingIsLostAndTheServiceGoesOn(String file) throws SQLException {
    try (ReleasedDatabase database = ReleasedDatabase.create("scores", file)) {
      Map<String, String> settings = Map.of("DATABASE_URL", database.url());
      // Without the service, whose tasks begin to work at once.
      Database.open(DatabaseConfiguration.from(Environment.of(settings)), "db/scores").close();
      database.requireIntact(RENAMED);
      try (RunningService service = RunningService.start(settings)) {
        assertThat(service.get(service.learner(), "/api/v1/leaderboard").text())
            .contains("Ngô Thị Ánh");
        Person learner = service.learner();
        service.submit(learner, service.exercise());
        Lease old = service.judge.take(); // what was queued then is judged now
        assertThat(service.judge.finish(old, "AC", 10).status()).isLessThan(300);
      }
    }
  }
}
