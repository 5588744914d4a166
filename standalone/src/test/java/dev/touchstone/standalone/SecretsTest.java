package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void staysTheSameUntilItIsForgotten() {
    String first = new Secrets(folder).obtain("token");
    assertThat(first).hasSize(64);
    assertThat(new Secrets(folder).obtain("token")).isEqualTo(first);
    new Secrets(folder).forget("token");
    assertThat(new Secrets(folder).find("token")).isEmpty();
    assertThat(new Secrets(folder).obtain("token")).isNotEqualTo(first);
  }

  @Test
  void differsFromEveryOther() {
    Secrets secrets = new Secrets(folder);
    assertThat(secrets.obtain("one")).isNotEqualTo(secrets.obtain("two"));
    assertThat(secrets.obtainReadable("three")).matches("[a-z2-9]{20}");
  }

  @Test
  void isOnlyForItsOwner() throws IOException {
    new Secrets(folder).obtain("token");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
        .isEqualTo("rw-------");
  }

  @Test
  void isMadeAnewAfterAKillInTheMiddle() throws IOException {
    Files.createFile(folder.resolve("token.new"));
    assertThat(new Secrets(folder).obtain("token")).hasSize(64);
  }
}
