package dev.touchstone.operations.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverSubcommandTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/handover");

  @TempDir private Path folder;

  @BeforeEach
  void copyTheOutputs() throws IOException {
    for (String root : List.of("network", "cluster", "data", "edge")) {
      Files.copy(EXAMPLES.resolve(root + ".json"), folder.resolve(root + ".json"));
    }
  }

  private Run handover(String environment, String... more) {
    String[] words = {"handover", "--environment", environment, "--outputs", folder.toString()};
    return Run.of(
        Map.of(), Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
  }

  /** The tests of deploy/ read the same file. */
  @Test
  void writesTheValuesIntoTheSecretOfTheCluster() throws IOException {
    Path file = folder.resolve("cluster.yaml");

    Run first = handover("prod", "--file", file.toString());

    assertThat(first.status()).isZero();
    assertThat(first.out()).contains("written, 16 values");
    assertThat(Files.readString(file))
        .isEqualTo(Files.readString(EXAMPLES.resolve("cluster.yaml")));
    assertThat(handover("prod", "--file", file.toString()).out()).contains("unchanged");
  }

  @Test
  void dryRunWritesNothing() throws IOException {
    Path file = folder.resolve("cluster.yaml");

    Run run = handover("prod", "--dry-run", "--file", file.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("touchstone.dev/vpc-id: \"vpc-0123456789abcdef0\"");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster | touchstone-prod/gateway     | touchstone-dev/gateway  | not of the environment prod",
        "cluster | touchstone-prod/gateway     | touchstone-prod/web     | does not end in /gateway",
        "cluster | \"pod_identity\": true      | \"pod_identity\": false | Set pod_identity = true",
        "network | vpc-0123456789abcdef0       | vpc-1                   | name different VPCs",
        "data    | \"cache_address\"           | \"cache\"               | has no text at handover/cache_address",
        "edge    | \"domain_name\"             | \"domain\"              | Apply the root edge",
        "edge    | ingress_annotations         | annotations             | ingress_annotations",
        "edge    | \"handover\"                | \"values\"              | has no output handover",
        "data    | {                           | (                       | is not JSON"
      })
  void saysWhatIsWrong(String root, String part, String other, String said) throws IOException {
    Path file = folder.resolve(root + ".json");
    String sound = Files.readString(file);
    assertThat(sound).contains(part);
    Files.writeString(file, sound.replace(part, other));

    Run run = handover("prod", "--file", folder.resolve("cluster.yaml").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(said).doesNotContain("Exception");
    assertThat(folder.resolve("cluster.yaml")).doesNotExist();
  }

  @Test
  void saysHowToMakeAMissingFile() throws IOException {
    Files.delete(folder.resolve("data.json"));

    Run run = handover("prod", "--dry-run");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("terraform -chdir=infrastructure/roots/data output -json");
  }

  @Test
  void refusesAnotherEnvironmentAndAFolderThatIsMissing() {
    assertThat(handover("test").status()).isEqualTo(2);
    Run run = handover("prod", "--file", folder.resolve("nowhere/cluster.yaml").toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("does not exist. Run this in the repository");
  }
}
