package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.exercises.ExercisesConfiguration;
import dev.touchstone.gateway.GatewayConfiguration;
import dev.touchstone.judge.worker.JudgeConfiguration;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.scores.ScoresConfiguration;
import dev.touchstone.usermanagement.UserManagementConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The programs' own code reads the environment of each pod: all of it, and nothing is missing. */
class EnvironmentTest {
  /** How each program reads its settings; where it listens is one of them. */
  private static final Map<String, Function<Environment, ServiceServer.Address>> PROGRAMS =
      Map.of(
          "gateway", environment -> GatewayConfiguration.from(environment).address(),
          "user-management", environment -> UserManagementConfiguration.from(environment).address(),
          "exercises", environment -> ExercisesConfiguration.from(environment).address(),
          "scores", environment -> ScoresConfiguration.from(environment).address(),
          "judge", environment -> JudgeConfiguration.from(environment).address(),
          "judge-runs", environment -> JudgeConfiguration.from(environment).address());

  /** Longer than any program asks for. */
  private static final String SECRET = "of-this-test-only-0123456789abcdef";

  /** What secrets of a certain form look like. */
  private static final Map<String, String> FORMED =
      Map.of(
          "REDIS_URL", "rediss://user:password@cache.example:6379/0",
          "SMTP_URL", "smtp://user:password@mail.example:587");

  @TempDir private Path folder;

  static Stream<Arguments> pods() {
    return Charts.releases().stream()
        .flatMap(release ->
            release.workloads().stream()
                .filter(workload -> PROGRAMS.containsKey(workload.name()))
                .map(workload -> Arguments.of(release, workload.name())));
  }

  @ParameterizedTest
  @MethodSource("pods")
  void aProgramReadsExactlyWhatItsPodSets(Release release, String workload) throws IOException {
    Map<String, String> variables = variables(release.environment(workload));
    Environment environment = Environment.of(variables);
    ServiceServer.Address address = program(workload).apply(environment);
    assertThatCode(environment::finish).doesNotThrowAnyException();
    assertThat(environment.known().keySet()).isEqualTo(variables.keySet());
    assertThat(ports(release, workload))
        .containsExactlyInAnyOrder(address.port(), address.adminPort());
  }

  @Test
  void everyProgramHasAPod() {
    assertThat(pods().map(pod -> pod.get()[1]).distinct())
        .containsExactlyInAnyOrderElementsOf(PROGRAMS.keySet());
  }

  /** The test above would find a typing error. */
  @Test
  void aVariableThatNoProgramReadsIsFound() throws IOException {
    Map<String, String> variables =
        variables(Charts.release("platform/prod").environment("scores"));
    variables.put("TOUCHSTONE_TRYS", "3");
    variables.put("S3_BUCKET", "bucket");
    Environment environment = Environment.of(variables);
    var _ = program("scores").apply(environment);
    assertThatThrownBy(environment::finish)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TOUCHSTONE_TRYS");
    assertThat(environment.known()).doesNotContainKey("S3_BUCKET");
  }

  /** A package must not get other limits from exercises than from the judge. */
  @Test
  void exercisesAndJudgesHaveTheSameLimits() throws IOException {
    Map<String, String> exercises =
        variables(Charts.release("platform/prod").environment("exercises"));
    Map<String, String> judge = variables(Charts.release("judge/prod").environment("judge"));
    assertThat(List.of("TOUCHSTONE_DEFAULT_MEMORY_MIB", "TOUCHSTONE_MOST_MEMORY_MIB"))
        .allSatisfy(name ->
            assertThat(exercises).extractingByKey(name).isNotNull().isEqualTo(judge.get(name)));
  }

  private static List<Integer> ports(Release release, String workload) {
    return release.find("Deployment", workload).orElseThrow().containers().stream()
        .flatMap(container -> KubernetesObject.stream(container.path("ports")))
        .map(port -> port.path("containerPort").asInt())
        .toList();
  }

  /** Containers on one machine, without Kubernetes. */
  @ParameterizedTest
  @ValueSource(strings = {"gateway", "user-management", "exercises", "scores", "judge"})
  void aProgramReadsExactlyWhatItsContainerSets(String name) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (var variable :
        Compose.read("compose.yaml").service(name).path("environment").properties()) {
      variables.put(variable.getKey(), value(variable.getValue().asString()));
    }
    Environment environment = Environment.of(variables);
    ServiceServer.Address address = program(name).apply(environment);
    assertThatCode(environment::finish).doesNotThrowAnyException();
    assertThat(environment.known().keySet()).isEqualTo(variables.keySet());
    assertThat(Compose.read("compose.yaml").service(name).at("/healthcheck/test/3").asString())
        .isEqualTo(Integer.toString(address.port()));
  }

  private static Function<Environment, ServiceServer.Address> program(String name) {
    Function<Environment, ServiceServer.Address> program = PROGRAMS.get(name);
    if (program == null) {
      throw new AssertionError("no program " + name);
    }
    return program;
  }

  private Map<String, String> variables(JsonNode entries) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (JsonNode entry : entries) {
      String name = entry.path("name").asString();
      variables.put(name, value(entry.path("value").asString()));
    }
    return variables;
  }

  /** The value itself, or a file where it names one of a secret. */
  private String value(String value) throws IOException {
    if (!value.startsWith("/run/secrets/")) {
      return value;
    }
    String secret = value.substring(value.lastIndexOf('/') + 1);
    return Files.writeString(folder.resolve(secret), FORMED.getOrDefault(secret, SECRET))
        .toString();
  }
}
