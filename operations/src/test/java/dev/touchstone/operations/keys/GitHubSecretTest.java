package dev.touchstone.operations.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a program in place of GitHub's that writes down how it was called. */
class GitHubSecretTest {
  @TempDir Path folder;

  @Test
  void keysAreInTheInputAndTheSecretIsOfTheEnvironment() throws IOException {
    PublicKey fresh = SimpleKeys.key("new");
    String said = secret("exit 0").set(List.of(Installation.OLD, fresh));
    assertThat(said)
        .isEqualTo("BASTION_PUBLIC_KEY of school/code, environment prod, has 2 key(s).");
    assertThat(folder.resolve("words"))
        .content()
        .isEqualTo("secret set BASTION_PUBLIC_KEY --repo school/code --env prod\n");
    assertThat(folder.resolve("input"))
        .content()
        .isEqualTo(Installation.OLD.line() + "\n" + fresh.line());
  }

  @Test
  void noKeyMeansNoSecretEvenIfItIsGoneAlready() throws IOException {
    secret("echo 'failed: HTTP 404: Not Found'; exit 1").set(List.of());
    assertThat(folder.resolve("words")).content().startsWith("secret delete BASTION_PUBLIC_KEY");
  }

  @Test
  void aFailureIsReportedAsGitHubSaysIt() throws IOException {
    GitHubSecret secret = secret("echo 'HTTP 403: Resource not accessible'; exit 1");
    assertThatThrownBy(() -> secret.set(List.of(Installation.OLD)))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining("HTTP 403");
    assertThatThrownBy(() -> secret.set(List.of())).isInstanceOf(OperationFailed.class);
  }

  private GitHubSecret secret(String ending) throws IOException {
    Path gh = folder.resolve("gh");
    Files.writeString(
        gh,
        "#!/bin/sh\necho \"$@\" >%1$s/words\ncat >%1$s/input\n%2$s\n".formatted(folder, ending));
    Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new GitHubSecret(gh.toString(), "school/code", "prod");
  }
}
