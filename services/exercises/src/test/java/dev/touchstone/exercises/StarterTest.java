package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StarterTest {
  private static final Path SHIPPED = ContractCheck.repository().resolve("exercises/starter");

  @TempDir Path data;

  @Test
  void theShippedExercisesAreAllLoaded() throws IOException {
    try (RunningService service =
        RunningService.start(
            data,
            TestDatabase.createUrl(),
            Map.of("TOUCHSTONE_STARTER_EXERCISES", SHIPPED.toString()))) {
      HttpProbe.Answer list = service.get(null, "/api/v1/exercises?limit=200&locale=vi");
      try (var folders = Files.list(SHIPPED)) {
        assertThat(list.json().path("items").size()).isEqualTo((int) folders.count());
      }
      for (JsonNode item : list.json().path("items")) {
        HttpProbe.Answer one =
            service.get(
                null,
                "/api/v1/exercises/" + item.path("slug").asString() + "?locale=vi",
                RunningService.EXERCISE);
        assertThat(one.json().path("locale").asString()).isEqualTo("vi");
        assertThat(one.json().path("statement").asString()).isNotBlank();
        assertThat(one.json().path("samples").size()).isPositive();
      }
    }
  }
}
