package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cut along the trust boundary (decision 12): the judge, beside untrusted programs, and the
 * gateway, which strangers reach, have nothing on their class path that reaches data.
 */
class ClassPathTest {
  /** Packages of the libraries that only platform-data brings. */
  private static final Set<String> REACH_DATA =
      Set.of(
          "com/zaxxer/hikari/",
          "io/lettuce/",
          "org/flywaydb/",
          "org/jdbi/",
          "org/postgresql/",
          "software/amazon/awssdk/");

  /** Packages of what sends spans. */
  private static final Set<String> SEND_TRACES =
      Set.of("io/opentelemetry/exporter/", "io/opentelemetry/sdk/");

  @ParameterizedTest
  @EnumSource(names = {"JUDGE", "GATEWAY"})
  void whatFacesStrangersReachesNoData(FiveProcesses.Part part) throws IOException {
    assertThat(libraries(part)).isEmpty();
  }

  /** Else the test above could look for the wrong names. */
  @ParameterizedTest
  @EnumSource(names = "EXERCISES")
  void aServiceWithDataHasThemAll(FiveProcesses.Part part) throws IOException {
    assertThat(libraries(part)).isEqualTo(REACH_DATA);
  }

  /** The judge passes traces on but has no way to a collector (decision 35); the others send. */
  @ParameterizedTest
  @EnumSource
  void allButTheJudgeCanSendTraces(FiveProcesses.Part part) throws IOException {
    assertThat(libraries(part, SEND_TRACES))
        .isEqualTo(part == FiveProcesses.Part.JUDGE ? Set.of() : SEND_TRACES);
  }

  /** Which of these packages the program's manifest puts on its class path. */
  private static Set<String> libraries(FiveProcesses.Part part) throws IOException {
    return libraries(part, REACH_DATA);
  }

  private static Set<String> libraries(FiveProcesses.Part part, Set<String> packages)
      throws IOException {
    Path program = part.jar();
    Set<String> found = new TreeSet<>();
    for (String library : classPath(program)) {
      try (JarFile jar = new JarFile(program.resolveSibling(library).toFile())) {
        packages.stream()
            .filter(folder -> jar.stream().anyMatch(entry -> entry.getName().startsWith(folder)))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Iterable<String> classPath(Path program) throws IOException {
    try (JarFile jar = new JarFile(program.toFile())) {
      String path = jar.getManifest().getMainAttributes().getValue("Class-Path");
      return Arrays.asList(Optional.ofNullable(path).orElseThrow().split(" "));
    }
  }
}
