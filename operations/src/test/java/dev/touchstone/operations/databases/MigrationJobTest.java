package dev.touchstone.operations.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The job in the cluster: that it calls what is here, as whom the root access gives a role to. */
class MigrationJobTest {
  private static final Path FOLDER = Path.of("../deploy/databases");
  private static final Path ROOTS = Path.of("../infrastructure/roots");

  @Test
  void callsACommandThatIsThere() throws IOException {
    List<String> arguments = new ArrayList<>();
    container().path("args").forEach(argument -> arguments.add(argument.asString()));
    arguments.add("--help");
    assertThat(Run.of(Map.of(), arguments.toArray(String[]::new)).status()).isZero();
  }

  @Test
  void takesTheRoleOfTheRootAccess() throws IOException {
    String account = pod().path("serviceAccountName").asString();
    assertThat(read("service-account.yaml").path("metadata").path("name").asString())
        .isEqualTo(account);
    assertThat(Files.readString(ROOTS.resolve("access/pods.tf")))
        .containsPattern(" " + account + " = \\{\\s+master = \\{ actions = \\[\"secretsmanager:");
  }

  @Test
  void findsTheCertificatesWhereItsSettingsSay() throws IOException {
    String mounted = container().path("volumeMounts").path(0).path("mountPath").asString();
    assertThat(Files.readString(ROOTS.resolve("data/handover.tf")))
        .contains("sslrootcert=" + mounted + "/global-bundle.pem");
  }

  @Test
  void hasNoRightItDoesNotNeed() throws IOException {
    JsonNode pod = pod().path("securityContext");
    assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("seccompProfile").path("type").asString()).isEqualTo("RuntimeDefault");
    assertThat(pod().path("automountServiceAccountToken").asBoolean(true)).isFalse();
    JsonNode container = container().path("securityContext");
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.path("capabilities").path("drop").path(0).asString()).isEqualTo("ALL");
  }

  @Test
  void kubectlPutsItTogether() throws Exception {
    assumeThat(Stream.of(System.getenv("PATH").split(":")))
        .as("kubectl is not installed")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    Process kubectl =
        new ProcessBuilder("kubectl", "kustomize", FOLDER.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kubectl.waitFor()).as(output).isZero();
    assertThat(output).contains("kind: Job", "kind: ServiceAccount");
  }

  private static JsonNode pod() throws IOException {
    return read("job.yaml").path("spec").path("template").path("spec");
  }

  private static JsonNode container() throws IOException {
    return pod().path("containers").path(0);
  }

  private static JsonNode read(String file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(FOLDER.resolve(file)));
  }
}
