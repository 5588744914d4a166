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
  @TempDir Path starter;
  private final String database = TestDatabase.createUrl();

  @Test
  void theShippedExercisesAreAllLoaded() throws IOException {
    try (RunningService service =
        RunningService.start(
            data, database, Map.of("TOUCHSTONE_STARTER_EXERCISES", SHIPPED.toString()))) {
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

  private RunningService start() {
    return RunningService.start(
        data, database, Map.of("TOUCHSTONE_STARTER_EXERCISES", starter.toString()));
  }

  private static JsonNode list(RunningService service) {
    return service.get(null, RunningService.EXERCISES + "?limit=200").json().path("items");
  }

  private void write(String folder, PackageFixture fixture) throws IOException {
    fixture.write(starter.resolve(folder));
  }

  @Test
  void aLaterStartLoadsWhatIsNewOrChangedAndNothingElse() throws IOException {
    write("first", PackageFixture.named("first"));
    write("second", PackageFixture.named("second"));
    JsonNode before;
    try (RunningService service = start()) {
      before = list(service);
      assertThat(before.size()).isEqualTo(2);
    }
    try (RunningService service = start()) {
      assertThat(list(service)).as("the same folder").isEqualTo(before);
    }
    write("second", PackageFixture.named("second").with("data/secret/1.ans", "changed"));
    write("third", PackageFixture.named("third"));
    try (RunningService service = start()) {
      JsonNode after = list(service);
      assertThat(after.size()).isEqualTo(3);
      assertThat(after.get(0)).isEqualTo(before.get(0));
      assertThat(after.get(1).path("revision").asInt()).isEqualTo(2);
      assertThat(after.get(1).path("id")).isEqualTo(before.get(1).path("id"));
      assertThat(after.get(2).path("slug").asString()).isEqualTo("third");
    }
  }

  @Test
  void aBrokenPackageStopsNeitherTheOthersNorTheStart() throws IOException {
    write("broken", PackageFixture.named("broken").without("data/secret/1.ans"));
    write("empty", new PackageFixture().with("nothing", ""));
    write("linked", PackageFixture.named("linked"));
    Files.createSymbolicLink(
        starter.resolve("linked/data/secret/3.in"), starter.resolve("broken/problem.yaml"));
    write("other-slug", PackageFixture.named("sound"));
    write("sound", PackageFixture.named("sound"));
    Files.writeString(starter.resolve("README.md"), "no package");
    try (RunningService service = start()) {
      assertThat(list(service).size()).isEqualTo(1);
      assertThat(list(service).at("/0/slug").asString()).isEqualTo("sound");
    }
    write("broken", PackageFixture.named("broken"));
    try (RunningService service = start()) {
      assertThat(list(service).size()).as("mended").isEqualTo(2);
    }
  }

  @Test
  void anEditInThePlatformOutlivesTheNextStart() throws IOException {
    write("first", PackageFixture.named("first"));
    try (RunningService service = start()) {
      long id = list(service).at("/0/id").asLong();
      service.put(
          service.admin,
          id,
          "*",
          PackageFixture.named("first").with("statement/problem.en.md", "Edited").zip());
      service.patch(service.admin, id, Map.of("is_active", false));
    }
    try (RunningService service = start()) {
      JsonNode kept =
          service
              .get(service.admin, RunningService.EXERCISES + "/first", RunningService.EXERCISE)
              .json();
      assertThat(kept.path("revision").asInt()).isEqualTo(2);
      assertThat(kept.path("statement").asString()).isEqualTo("Edited");
      assertThat(kept.path("is_active").asBoolean()).isFalse();
    }
  }

  @Test
  void aMissingFolderIsNoReasonNotToStart() {
    try (RunningService service =
        RunningService.start(
            data,
            database,
            Map.of("TOUCHSTONE_STARTER_EXERCISES", data.resolve("missing").toString()))) {
      assertThat(list(service).size()).isZero();
    }
  }
}
