package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void namesTheSettingThatIsMissing() throws Exception {
    Map<String, String> named =
        Map.of(
            "user/max_user_namespaces=0", "sysctl user.max_user_namespaces=15000",
            "user/max_net_namespaces=0", "sysctl user.max_net_namespaces=15000",
            "kernel/unprivileged_userns_clone=0", "sysctl kernel.unprivileged_userns_clone=1",
            "kernel/apparmor_restrict_unprivileged_userns=1",
                "sysctl kernel.apparmor_restrict_unprivileged_userns=0");
    for (Map.Entry<String, String> setting : named.entrySet()) {
      Path settings = Files.createTempDirectory(folder, "sys");
      String[] parts = setting.getKey().split("=", 2);
      Path file = settings.resolve(parts[0]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, parts[1] + "\n");
      assertThat(new MissingSetting(settings).explain("No permissions to create a new namespace"))
          .contains(setting.getValue());
    }
    MissingSetting unset = new MissingSetting(folder);
    assertThat(unset.explain("Can't mount proc on /newroot/proc: Operation not permitted"))
        .contains("procMount: Unmasked");
    assertThat(unset.explain("prctl(PR_SET_SECCOMP): Invalid argument"))
        .contains("CONFIG_SECCOMP_FILTER");
    assertThat(unset.explain("Creating new namespace failed: Resource temporarily unavailable"))
        .contains("ulimit -u");
  }

  /** In a user namespace whose own count of further ones is zero: the machine keeps its setting. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesWhereTheKernelMakesNoUserNamespaces(boolean root) throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    List<String> line =
        List.of(
            "unshare",
            "--user",
            "--map-root-user",
            "sh",
            "-c",
            "echo 0 >/proc/sys/user/max_user_namespaces && exec \"$@\"",
            "sh");
    List<String> said =
        new OrdinaryUser(root ? 0 : 62021, folder).run(line, RefusalMain.class, List.of());
    assertThat(said)
        .anyMatch(text ->
            text.startsWith("refused: Untrusted code can't be run safely here.")
                && text.contains("sysctl user.max_user_namespaces=15000"))
        .noneMatch(text -> text.startsWith("started"));
  }

  /** Without it a program could begin before its box is closed. */
  @Test
  void refusesWhereNoProcessMayBeTraced() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    assumeTrue("amd64".equals(System.getProperty("os.arch")), "the number of ptrace is amd64's");
    // A filter of seccomp that answers EPERM to ptrace and lets all else pass.
    String withoutTracing =
        """
        import ctypes, os, struct, sys
        def step(code, yes, no, value): return struct.pack("HBBI", code, yes, no, value)
        steps = (step(0x20, 0, 0, 0) + step(0x15, 0, 1, 101)
            + step(0x06, 0, 0, 0x00050001) + step(0x06, 0, 0, 0x7fff0000))
        class Program(ctypes.Structure):
            _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(Program(4, steps))):
            sys.exit("no filter: " + os.strerror(ctypes.get_errno()))
        os.execvp(sys.argv[1], sys.argv[1:])
        """;
    List<String> said =
        new OrdinaryUser(62022, folder)
            .run(List.of("/usr/bin/python3", "-c", withoutTracing), RefusalMain.class, List.of());
    assertThat(said)
        .anyMatch(text ->
            text.startsWith("refused: Untrusted code can't be run safely here.")
                && text.contains("kernel.yama.ptrace_scope"))
        .noneMatch(text -> text.startsWith("started"));
  }

  /** The root of a user namespace without other users has only its creator's rights. */
  @Test
  void isAnOrdinaryUserAsRootOfANamespaceWithoutUsers() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    List<String> said =
        new OrdinaryUser(62021, folder)
            .run(List.of("unshare", "--user", "--map-root-user"), RefusalMain.class, List.of());
    assertThat(said)
        .anyMatch(text -> text.startsWith("started"))
        .anyMatch(text -> text.contains("a separate user for each box, active=false"));
  }

  /**
   * Only root, with its usual capabilities, may raise a hard limit; others learn that it is low.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void passesNoLowStackLimitOnOrSaysSo(boolean root) throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    List<String> said =
        new OrdinaryUser(root ? 0 : 62023, folder)
            .run(List.of("prlimit", "--stack=4194304:4194304"), RefusalMain.class, List.of());
    boolean raises = root && mayRaiseLimits();
    assertThat(said)
        .anyMatch(text -> text.startsWith("started"))
        .anyMatch(text -> text.contains("stacks as large as memory allows, active=" + raises));
    assertThat(said.toString().contains("limits the stack to 4096 KiB")).isEqualTo(!raises);
  }

  /** Root of a container may lack CAP_SYS_RESOURCE. */
  private static boolean mayRaiseLimits() throws Exception {
    String effective =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("CapEff:"))
            .findFirst()
            .orElseThrow();
    return (Long.parseLong(effective.substring("CapEff:".length()).strip(), 16) >> 24 & 1) == 1;
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
