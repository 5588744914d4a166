package dev.touchstone.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.operations.Run;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Manifests of a cluster whose API is imitated: its answers have the form of Kubernetes 1.34. */
class ManifestsBackupTest {
  private static final String TOKEN = "a-token-of-a-service-account";

  @TempDir Path folder;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<String> down = new CopyOnWriteArraySet<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    answer(
        "/api/v1",
        """
        {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
          {"name": "services", "kind": "Service", "namespaced": true, "verbs": ["create", "list"]},
          {"name": "services/status", "kind": "Service", "namespaced": true, "verbs": ["get", "list"]},
          {"name": "secrets", "kind": "Secret", "namespaced": true, "verbs": ["get", "list"]},
          {"name": "pods", "kind": "Pod", "namespaced": true, "verbs": ["get", "list"]},
          {"name": "bindings", "kind": "Binding", "namespaced": true, "verbs": ["create"]}]}
        """);
    answer(
        "/apis",
        """
        {"groups": [
          {"name": "apiextensions.k8s.io", "preferredVersion": {"groupVersion": "apiextensions.k8s.io/v1"}},
          {"name": "keda.sh", "preferredVersion": {"groupVersion": "keda.sh/v1alpha1"}}]}
        """);
    answer(
        "/apis/apiextensions.k8s.io/v1",
        """
        {"resources": [{"name": "customresourcedefinitions", "kind": "CustomResourceDefinition", "verbs": ["list"]}]}
        """);
    answer(
        "/apis/keda.sh/v1alpha1",
        """
        {"resources": [{"name": "scaledobjects", "kind": "ScaledObject", "namespaced": true, "verbs": ["list"]}]}
        """);
    answer(
        "/api/v1/services?limit=250",
        """
        {"metadata": {"continue": "page/2"}, "items": [{
          "metadata": {"name": "scores", "namespace": "prod", "uid": "u", "resourceVersion": "7", "generation": 2,
            "creationTimestamp": "2026-11-29T00:00:00Z", "managedFields": [{"manager": "helm"}],
            "labels": {"app": "scores"},
            "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}", "ours": "kept"}},
          "spec": {"clusterIP": "10.0.0.1", "clusterIPs": ["10.0.0.1"], "ports": [{"port": 8083}]},
          "status": {"loadBalancer": {}}}]}
        """);
    answer(
        "/api/v1/services?limit=250&continue=page%2F2",
        """
        {"metadata": {}, "items": [{"metadata": {"name": "judges", "namespace": "prod"}, "spec": {"clusterIP": "None"}}]}
        """);
    answer(
        "/api/v1/pods?limit=250",
        """
        {"items": [{"metadata": {"name": "scores-1", "namespace": "prod", "ownerReferences": [{"kind": "ReplicaSet"}]}}]}
        """);
    answer(
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?limit=250",
        """
        {"items": [{"metadata": {"name": "scaledobjects.keda.sh"}, "spec": {"group": "keda.sh"}, "status": {"conditions": []}}]}
        """);
    answer(
        "/apis/keda.sh/v1alpha1/scaledobjects?limit=250",
        """
        {"items": [{"metadata": {"name": "judge", "namespace": "prod"}, "spec": {"maxReplicaCount": 4}}]}
        """);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          boolean admitted =
              ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
          Optional<String> answer = Optional.ofNullable(answers.get(path)).filter(_ -> admitted);
          byte[] body = answer.orElse("{}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              down.contains(path) ? 503 : answer.isPresent() ? 200 : 403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatPeopleWroteIsKeptAndWhatTheClusterWritesIsNot() throws IOException {
    Run backup = run(TOKEN, "backup", "manifests");
    assertThat(backup.status()).as(backup.err()).isZero();
    assertThat(backup.out()).contains("4 objects").doesNotContain(TOKEN);
    Path restored = folder.resolve("restored");
    Run restore = run(TOKEN, "restore", "files", "manifests", "--to", restored.toString());
    assertThat(restore.status()).as(restore.err()).isZero();
    try (Stream<Path> files = Files.walk(restored)) {
      assertThat(
              files.filter(Files::isRegularFile).map(file -> restored.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "prod/services/scores.json",
              "prod/services/judges.json",
              "prod/scaledobjects.keda.sh/judge.json",
              "_cluster/customresourcedefinitions.apiextensions.k8s.io/scaledobjects.keda.sh.json");
    }
    assertThat(json(restored.resolve("prod/services/scores.json")))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"apiVersion": "v1", "kind": "Service", "spec": {"ports": [{"port": 8083}]}, "metadata":
                  {"name": "scores", "namespace": "prod", "labels": {"app": "scores"}, "annotations": {"ours": "kept"}}}
                """));
    assertThat(
            json(restored.resolve("prod/services/judges.json"))
                .path("spec")
                .path("clusterIP")
                .asString())
        .as("a service without an address of its own must stay one")
        .isEqualTo("None");
    assertThat(asked).noneMatch(path -> path.contains("secrets"));
  }

  @Test
  void anAnswerThatIsMissingMakesNoBackup() {
    Run refused = run("another-token", "backup", "manifests");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .contains("The cluster answered 403 to /api/v1")
        .doesNotContain("another-token");
    answers.remove("/apis/keda.sh/v1alpha1");
    assertThat(run(TOKEN, "backup", "manifests").err()).contains("403 to /apis/keda.sh/v1alpha1");
    assertThat(folder.resolve("backups/manifests")).isEmptyDirectory();
  }

  @Test
  void anApiThatIsDownIsNamedAndOlderVersionsAreRead() throws IOException {
    answer(
        "/apis",
        """
        {"groups": [
          {"name": "metrics.k8s.io", "preferredVersion": {"groupVersion": "metrics.k8s.io/v1beta1"}},
          {"name": "down.example", "preferredVersion": {"groupVersion": "down.example/v1"}},
          {"name": "two.example", "preferredVersion": {"groupVersion": "two.example/v2"},
           "versions": [{"groupVersion": "two.example/v1"}, {"groupVersion": "two.example/v2"}]}]}
        """);
    down.add("/apis/down.example/v1");
    answer(
        "/apis/two.example/v2",
        """
        {"resources": [{"name": "events", "kind": "Event", "namespaced": true, "verbs": ["list"]}]}
        """);
    answer(
        "/apis/two.example/v1",
        """
        {"resources": [
          {"name": "events", "kind": "Event", "namespaced": true, "verbs": ["list"]},
          {"name": "olds", "kind": "Old", "verbs": ["list"]}]}
        """);
    answer(
        "/apis/two.example/v2/events?limit=250",
        """
        {"items": [{"metadata": {"name": "day", "namespace": "prod"}}]}
        """);
    answer(
        "/apis/two.example/v1/olds?limit=250",
        """
        {"items": [{"metadata": {"name": "one"}}]}
        """);
    Run backup = run(TOKEN, "backup", "manifests");
    assertThat(backup.status()).isEqualTo(1);
    assertThat(backup.err()).contains("The cluster answered 503 to /apis/down.example/v1");
    Path restored = folder.resolve("restored");
    assertThat(run(TOKEN, "restore", "files", "manifests", "--to", restored.toString()).status())
        .isZero();
    assertThat(json(restored.resolve("prod/events.two.example/day.json")).path("apiVersion"))
        .hasToString("\"two.example/v2\"");
    assertThat(json(restored.resolve("_cluster/olds.two.example/one.json")).path("apiVersion"))
        .hasToString("\"two.example/v1\"");

    try (Stream<Path> files = Files.list(folder.resolve("backups/manifests"))) {
      Path archive = files.findFirst().orElseThrow();
      Files.move(archive, archive.resolveSibling("20260101T020000Z.tar.zst.gpg"));
    }
    assertThat(run(TOKEN, "backup", "verify", "manifests").err())
        .contains("somebody gave it another name");
  }

  private void answer(String path, String json) {
    answers.put(path, json);
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(file));
  }

  private Run run(String token, String... arguments) {
    Map<String, String> settings = new HashMap<>();
    settings.put("BACKUP_TO", folder.resolve("backups").toString());
    settings.put("BACKUP_PASSPHRASE", Installation.PASSPHRASE);
    settings.put("TOUCHSTONE_REPORTS", folder.resolve("reports").toString());
    settings.put("KUBERNETES_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    settings.put("KUBERNETES_TOKEN", token);
    return Run.of(settings, arguments);
  }
}
