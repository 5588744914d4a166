package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The job that creates the databases: what it calls, and as whom. */
class DatabaseJobTest {
  private static final KubernetesObject JOB =
      Charts.release("platform/prod").find("Job", "database-migration").orElseThrow();

  @Test
  void callsACommandThatIsThere() {
    String command = JOB.containers().getFirst().path("args").path(0).asString();
    assertThat(
            Repository.read(
                Repository.ROOT.resolve(
                    "operations/src/main/java/dev/touchstone/operations/databases/DatabasesSubcommand.java")))
        .contains("name = \"" + command + "\"");
  }

  @Test
  void takesTheRoleOfTheRootAccess() {
    assertThat(Repository.read(Repository.ROOT.resolve("infrastructure/roots/access/pods.tf")))
        .containsPattern(
            " "
                + JOB.pod().orElseThrow().path("serviceAccountName").asString()
                + " = \\{\\s+master = \\{ actions = \\[\"secretsmanager:");
  }

  /** The services find them at the same place. */
  @Test
  void findsTheCertificatesWhereItsSettingsSay() {
    JsonNode mount = JOB.containers().getFirst().path("volumeMounts").path(0);
    assertThat(Repository.read(Repository.ROOT.resolve("infrastructure/roots/data/handover.tf")))
        .contains("sslrootcert=" + mount.path("mountPath").asString() + "/global-bundle.pem");
  }

  /** It runs before the services of an upgrade, with what it needs before it. */
  @Test
  void runsBeforeEverythingElse() {
    for (String kind : new String[] {"ServiceAccount", "NetworkPolicy"}) {
      JsonNode annotations =
          Charts.release("platform/prod")
              .find(kind, "database-migration")
              .orElseThrow()
              .json()
              .at("/metadata/annotations");
      assertThat(annotations.path("helm.sh/hook").asString()).isEqualTo("pre-install,pre-upgrade");
      assertThat(annotations.path("helm.sh/hook-weight").asInt()).isNegative();
    }
    assertThat(JOB.json().at("/metadata/annotations/helm.sh~1hook").asString())
        .isEqualTo("pre-install,pre-upgrade");
  }
}
