package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where programs can't be kept in a box, none is run, and the message says what to change. */
class RefusalTest {
  @TempDir Path folder;

  @Test
  void namesBubblewrapWhereItIsMissing() {
    assertThatThrownBy(() -> Sandbox.start(1, List.of(folder), Optional.empty()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("apt-get install bubblewrap");
  }

  @Test
  void namesTheSettingsWhereUserNamespacesAreOff() throws Exception {
    bubblewrap("echo 'bwrap: No permissions to create a new namespace' >&2; exit 1");
    assertThatThrownBy(() -> Sandbox.start(1, List.of(folder), Optional.empty()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("user.max_user_namespaces")
        .hasMessageContaining("kernel.unprivileged_userns_clone")
        .hasMessageContaining("No permissions to create a new namespace");
  }

  @Test
  void believesNoBubblewrapThatMakesNoBox() throws Exception {
    // It claims to have made a box, and runs the program where the judge is.
    bubblewrap(
        "echo '{ \"child-pid\": '$$' }' >&4; shift 3; \"$@\"; echo '{ \"exit-code\": 0 }' >&4");
    assertThatThrownBy(() -> Sandbox.start(1, List.of(folder), Optional.empty()))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("can't be run safely");
  }

  @Test
  void leavesNoFolderWhenItRefuses() throws Exception {
    assertThatThrownBy(() -> Sandbox.start(1, List.of(folder), Optional.empty()))
        .isInstanceOf(SandboxException.class);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(temporary)) {
      String own = Leftovers.FOLDER_PREFIX + ProcessHandle.current().pid() + ".";
      assertThat(files.filter(file -> file.getFileName().toString().startsWith(own))).isEmpty();
    }
  }

  private void bubblewrap(String script) throws Exception {
    Path program = Files.writeString(folder.resolve("bwrap"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
