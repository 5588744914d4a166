package dev.touchstone.operations.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in a folder, through the command line. */
class SecretsSubcommandTest {
  private static final String EXISTING = "a-token-that-was-here-before-0123456789";

  @TempDir Path folder;

  @Test
  void initGeneratesWhatIsMissingAndChangesNothingElse() throws IOException {
    Files.writeString(folder.resolve("judge-token"), EXISTING);
    assertThat(run("init", "--dry-run").out()).contains("internal-token: would be generated");
    assertThat(Files.exists(folder.resolve("internal-token"))).isFalse();
    Run run = run("init");
    assertThat(run.out()).contains("judge-token: kept", "signing-secret: generated");
    assertThat(read("judge-token")).containsExactly(EXISTING);
    String generated = read("signing-secret").getFirst();
    assertThat(generated).hasSize(64);
    assertThat(run.out()).doesNotContain(generated);
    assertThat(Files.getPosixFilePermissions(folder.resolve("signing-secret"))).hasSize(2);
    assertThat(run("init").out()).doesNotContain(": generated");
    assertThat(read("signing-secret")).containsExactly(generated);
  }

  @Test
  void eachRunDoesTheStepThatIsDue() throws IOException {
    Files.writeString(folder.resolve("judge-token"), EXISTING);
    assertThat(rotate("0s").out()).contains("a new value is accepted", "the next step is due at");
    List<String> added = read("judge-token");
    assertThat(added).hasSize(3).element(1).isEqualTo(EXISTING);
    assertThat(rotate("1h").out()).doesNotContain("the new value is used");
    assertThat(read("judge-token")).as("not due").isEqualTo(added);
    assertThat(rotate("0s").out()).contains("the new value is used");
    assertThat(read("judge-token")).hasSize(3).element(2).isEqualTo(EXISTING);
    assertThat(rotate("0s").out()).contains("the old value is gone", "No rotation goes on.");
    assertThat(read("judge-token")).containsExactly(added.get(2));
    assertThat(run("rotate", "--resume", "judge-token").out()).contains("No rotation goes on.");
    assertThat(read("judge-token")).containsExactly(added.get(2));
  }

  @Test
  void waitingEndsWithTheRotation() throws IOException {
    assertThat(run("init").status()).isZero();
    List<String> before = read("internal-token");
    Run run = run("rotate", "--wait", "--settle", "0.01s");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("internal-token: the old value is gone", "signing-secret: the old value is gone");
    assertThat(read("internal-token")).hasSize(1).isNotEqualTo(before);
  }

  @Test
  void badInputIsNamedAndNoValueIsShown() throws IOException {
    assertThat(run("rotate", "first-administrator-password").status()).isEqualTo(2);
    assertThat(run("rotate", "--settle", "soon").err()).contains("--settle is not a duration");
    Run missing = run("rotate", "judge-token");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("has no judge-token", "secrets init");
    Files.writeString(folder.resolve("judge-token"), EXISTING + "\n" + EXISTING);
    Run strange = run("rotate", "judge-token");
    assertThat(strange.status()).isEqualTo(1);
    assertThat(strange.err()).contains("contains 2 value(s)").doesNotContain(EXISTING);
    assertThat(Run.of(Map.of(), "secrets", "init").err())
        .contains("TOUCHSTONE_SECRETS_STORE is not set");
  }

  private Run rotate(String settle) {
    return run("rotate", "judge-token", "--settle", settle);
  }

  private Run run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "secrets";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Run.of(Map.of("TOUCHSTONE_SECRETS_STORE", folder.toString()), all);
  }

  private List<String> read(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }
}
