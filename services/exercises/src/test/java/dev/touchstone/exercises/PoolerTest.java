package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.TestDatabase;
import dev.touchstone.testing.TestPooler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exercises behind a real PgBouncer in transaction mode; skipped where it is not installed. */
class PoolerTest {
  @TempDir Path data;
  @TempDir Path starter;

  @Test
  void exercisesAreLoadedPublishedAndFound() throws Exception {
    Assumptions.assumeTrue(TestPooler.isInstalled(), TestPooler.PROGRAM + " is not installed");
    PackageFixture.named("first").write(starter.resolve("first"));
    String database = TestDatabase.createUrl();
    try (TestPooler pooler = TestPooler.start(database)) {
      Map<String, String> settings = new HashMap<>(pooler.settings(database));
      settings.put("TOUCHSTONE_STARTER_EXERCISES", starter.toString());
      try (RunningService service = RunningService.start(data, database, settings)) {
        for (int i = 0; i < 8; i++) { // more often than the driver takes to prepare a statement
          long id = service.add(PackageFixture.named("later-" + i));
          assertThat(
                  service
                      .get(null, RunningService.EXERCISES + "/" + id, RunningService.EXERCISE)
                      .status())
              .isEqualTo(200);
          assertThat(
                  service
                      .get(null, RunningService.EXERCISES + "?limit=200&q=later")
                      .json()
                      .path("items")
                      .size())
              .isEqualTo(i + 1);
        }
      }
    }
  }
}
