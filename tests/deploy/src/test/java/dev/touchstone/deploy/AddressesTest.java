package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.gateway.routing.Destination;
import dev.touchstone.gateway.routing.Routes;
import dev.touchstone.judgeprotocol.JobKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes, paths and metrics that the charts name exist in the programs. */
class AddressesTest {
  private static final String HEALTH_ENDPOINTS =
      "platform/src/main/java/dev/touchstone/platform/http/HealthEndpoints.java";

  @Test
  void probesAskWhatThePartsAnswer() {
    Map<String, String> answers =
        Map.of("/health", "rules.get(\"/health\"", "/ready", ".get(\"/ready\"");
    String source = Repository.read(Repository.ROOT.resolve(HEALTH_ENDPOINTS));
    assertThat(probes())
        .hasSizeGreaterThan(10)
        .allSatisfy(path -> {
          assertThat(answers).containsKey(path);
          assertThat(source).contains(answers.get(path));
          assertThat(Routes.PUBLIC.find(path).name()).isEqualTo("health");
        });
  }

  /** What depends on others restarts no container, and takes no gateway out of its Service. */
  @Test
  void onlyReadinessDependsOnOthers() {
    assertThat(
            Charts.releases().stream()
                .flatMap(release -> release.workloads().stream())
                .flatMap(workload -> workload.containers().stream())
                .flatMap(
                    container -> Stream.of("startupProbe", "livenessProbe").map(container::path))
                .filter(probe -> probe.has("httpGet")))
        .allMatch(probe -> probe.at("/httpGet/path").asString().equals("/health"));
    assertThat(
            Charts.release("platform/prod")
                .find("Deployment", "gateway")
                .orElseThrow()
                .containers()
                .getFirst()
                .at("/readinessProbe/httpGet/path")
                .asString())
        .isEqualTo("/health");
  }

  /** The load balancer sends to the web app what the gateway would. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/exercises/7",
        "/assets/index.js",
        "/api/docs",
        "/api/contracts/scores.yaml",
        "/api/v1/exercises",
        "/api/v1/auth/login",
        "/api/v1/submissions/1/events",
        "/api/nothing",
        "/.well-known/jwks.json",
        "/health",
        "/ready"
      })
  void theIngressRoutesLikeTheGateway(String path) {
    boolean web = Routes.PUBLIC.find(path).destination() == Destination.Local.WEB;
    assertThat(backend(path)).isEqualTo(web ? "frontend-service" : "api-gateway-service");
  }

  @Test
  void judgesFollowAQueueThatExists() {
    List<String> wanted =
        JobKind.codes().stream().map(kind -> "scores_queue_length{lane=\"" + kind + "\"}").toList();
    assertThat(
            KubernetesObject.stream(
                    Charts.release("judge/prod")
                        .find("ScaledObject", "judge")
                        .orElseThrow()
                        .spec()
                        .path("triggers"))
                .map(trigger -> trigger.at("/metadata/valueLocation").asString()))
        .isEqualTo(wanted);
    assertThat(
            Repository.read(
                Repository.ROOT.resolve(
                    "services/scores/src/main/java/dev/touchstone/scores/queue/QueueMetrics.java")))
        .contains("\"scores.queue.length\"", "\"lane\"");
  }

  /** Names and ports of the diagram "Pod Architecture". */
  @Test
  void servicesHaveTheNamesAndPortsOfTheDiagram() {
    assertThat(
            Charts.release("platform/dev")
                .ofKind("Service")
                .collect(
                    Collectors.toMap(
                        KubernetesObject::name,
                        service -> service.spec().path("ports").path(0).path("port").asInt())))
        .containsAllEntriesOf(
            Map.of(
                "frontend-service", 80,
                "api-gateway-service", 80,
                "user-management-service", 5001,
                "exercises-service", 5002,
                "scores-service", 5003,
                "postgres-service", 5432,
                "auth-db-service", 5433,
                "exercises-db-service", 5434,
                "scores-db-service", 5435));
  }

  @Test
  void servicesScaleFromTwoPodsToTen() {
    List<KubernetesObject> scalers =
        Charts.release("platform/prod").ofKind("HorizontalPodAutoscaler").toList();
    assertThat(scalers)
        .hasSize(5)
        .allMatch(scaler ->
            scaler.spec().path("minReplicas").asInt() == 2
                && scaler.spec().path("maxReplicas").asInt() == 10);
  }

  private static List<String> probes() {
    return Charts.releases().stream()
        .flatMap(release -> release.workloads().stream())
        .flatMap(workload -> workload.containers().stream())
        .flatMap(container ->
            Stream.of("startupProbe", "livenessProbe", "readinessProbe").map(container::path))
        .filter(probe -> probe.has("httpGet"))
        .map(probe -> probe.at("/httpGet/path").asString())
        .toList();
  }

  /** Of the paths that match, the longest wins. */
  private static String backend(String path) {
    return KubernetesObject.stream(
            Charts.release("platform/prod")
                .find("Ingress", "touchstone")
                .orElseThrow()
                .spec()
                .at("/rules/0/http/paths"))
        .filter(rule -> {
          String prefix = rule.path("path").asString().replaceFirst("/$", "");
          return path.equals(prefix) || path.startsWith(prefix + "/");
        })
        .max(Comparator.comparingInt(rule -> rule.path("path").asString().length()))
        .orElseThrow()
        .at("/backend/service/name")
        .asString();
  }
}
