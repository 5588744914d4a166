package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(20), 128L << 20, 32, 1 << 20, 8 << 20);
  private static final Sandbox SANDBOX = Sandbox.start(2);

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void everyProtectionWorksHere() {
    assertThat(SANDBOX.protections())
        .allSatisfy(protection -> assertThat(protection.active()).as(protection.name()).isTrue());
  }

  @Test
  void runsAProgramAndGivesItsExitCode() throws Exception {
    Execution execution = shell("cat; echo oops >&2; exit 3", LIMITS);
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(execution.exitCode()).isEqualTo(3);
    assertThat(folder.resolve("out")).hasContent("given");
    assertThat(folder.resolve("err")).hasContent("oops");
    assertThat(execution.memoryBytes()).isPositive();
  }

  @Test
  void tellsTheSignalThatEndedAProgram() throws Exception {
    Execution execution = shell("kill -SEGV $$", LIMITS);
    assertThat(execution.outcome()).isEqualTo(Outcome.SIGNALED);
    assertThat(execution.signal()).isEqualTo(11);
  }

  @Test
  void doesNotTakeAnExitCodeForASignal() throws Exception {
    for (int code : List.of(129, 130, 137, 139, 141, 255)) {
      Execution execution = shell("exit " + code, LIMITS);
      assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
      assertThat(execution.exitCode()).isEqualTo(code);
    }
    for (int signal : List.of(2, 6, 9, 11, 13, 15)) {
      Execution execution = shell("kill -" + signal + " $$", LIMITS);
      assertThat(execution.outcome()).isEqualTo(Outcome.SIGNALED);
      assertThat(execution.signal()).isEqualTo(signal);
    }
  }

  @Test
  void stopsWhatComputesOrSleepsTooLong() throws Exception {
    RunLimits brief =
        new RunLimits(
            Duration.ofMillis(300), Duration.ofSeconds(20), 1 << 26, 32, 1 << 20, 1 << 20);
    RunLimits briefly =
        new RunLimits(Duration.ofSeconds(9), Duration.ofMillis(300), 1 << 26, 32, 1 << 20, 1 << 20);
    assertThat(shell("while :; do :; done", brief).outcome()).isEqualTo(Outcome.CPU_LIMIT);
    assertThat(shell("sleep 100", briefly).outcome()).isEqualTo(Outcome.WALL_LIMIT);
    assertThat(shell("(while :; do :; done) & (while :; do :; done) & wait", brief).outcome())
        .isEqualTo(Outcome.CPU_LIMIT);
  }

  @Test
  void stopsWhatWantsTooMuchMemoryOutputOrDisk() throws Exception {
    assertThat(shell("python3 -c 'x = bytearray(1 << 30)'; exit 0", LIMITS).outcome())
        .isEqualTo(Outcome.MEMORY_LIMIT);
    assertThat(shell("yes", LIMITS).outcome()).isEqualTo(Outcome.OUTPUT_LIMIT);
    assertThat(Files.size(folder.resolve("out"))).isEqualTo((1 << 20) + 1);
    assertThat(
            shell("for i in 1 2 3 4 5 6 7 8 9; do head -c 1000000 /dev/zero >/tmp/$i; done", LIMITS)
                .exitCode())
        .isNotZero();
  }

  @Test
  void showsNothingOfTheHost() throws Exception {
    Execution execution =
        shell(
            "id -u; ls -A / ; ls -A /box /tmp; ps ax 2>/dev/null | wc -l; env; ls /proc/self/fd;"
                + " cat /proc/1/environ; ls /root /home /work /etc/shadow; touch /usr/x; true",
            LIMITS);
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    String seen = Files.readString(folder.resolve("out"));
    assertThat(seen).doesNotContain("root:", "TOUCHSTONE", "work", "home", "HOME");
    assertThat(seen.lines().filter(line -> line.matches("[0-9]+"))).doesNotContain("8", "9");
  }

  /**
   * A box of root's judge is shown folders as they are. Were its user root outside, as in a user
   * namespace that root makes, it could read everything in them.
   */
  @Test
  void keepsFilesOfRootAndOfRootsGroupsUnreadableInAFolderThatItShows() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "has no other user to leave to");
    Path shown = Files.createDirectory(folder.resolve("shown"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(shown, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path inner = Files.createDirectory(shown.resolve("inner"));
    Map<Path, String> files =
        Map.of(
            shown.resolve("of-all"), "rw-r--r--",
            shown.resolve("of-root"), "rw-------",
            shown.resolve("of-roots-group"), "rw-r-----",
            shown.resolve("of-an-administrators-group"), "rw-r-----",
            inner.resolve("in-a-folder-of-root"), "rw-r--r--");
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Files.writeString(file.getKey(), "content " + file.getKey().getFileName());
      Files.setPosixFilePermissions(
          file.getKey(), PosixFilePermissions.fromString(file.getValue()));
    }
    Files.setAttribute(shown.resolve("of-an-administrators-group"), "unix:gid", 4); // adm
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
    Execution execution =
        SANDBOX.run(
            new Command(
                List.of("/bin/sh", "-c", "id; ls /shown; cat /shown/* /shown/inner/*"),
                Map.of("PATH", "/usr/bin:/bin"),
                Map.of("/shown", shown),
                true,
                Path.of("/dev/null"),
                folder.resolve("out"),
                folder.resolve("err"),
                LIMITS));
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    String seen = Files.readString(folder.resolve("out"));
    assertThat(seen).contains("of-root", "content of-all");
    assertThat(seen.lines().filter(line -> line.startsWith("content"))).hasSize(1);
    assertThat(seen).doesNotContain("uid=0", "gid=0", "(root)");
  }

  /** Any user may write the file, as the box of an ordinary user's judge may. */
  @Test
  void givesACopyOfTheInputThatCanBeChangedWithoutHarm() throws Exception {
    Path input = Files.writeString(folder.resolve("secret-7.in"), "given");
    Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("rw-rw-rw-"));
    String attack =
        """
        import os
        print(os.readlink("/proc/self/fd/0"), os.fstat(0).st_ino)
        try:
            os.fchmod(0, 0o600)
        except OSError as e:
            print(e)
        try:
            fd = os.open("/proc/self/fd/0", os.O_RDWR)
            os.ftruncate(fd, 0)
            os.pwrite(fd, b"100 1", 0)
        except OSError as e:
            print(e)
        print(open("/dev/stdin").read())
        """;
    Execution execution = run(List.of("/usr/bin/python3", "-c", attack), input, LIMITS);
    assertThat(execution.exitCode()).as(Files.readString(folder.resolve("err"))).isZero();
    assertThat(input).hasContent("given");
    String inode = Files.getAttribute(input, "unix:ino").toString();
    String said = Files.readString(folder.resolve("out"));
    assertThat(said.lines().findFirst().orElseThrow())
        .contains("/input ")
        .doesNotContain("secret-7")
        .doesNotEndWith(" " + inode);
    Await.until(
        "no input to be left",
        () -> {
          try (var left = Files.walk(SANDBOX.privateFolder())) {
            return left.noneMatch(file -> Files.isRegularFile(file) && file.toFile().length() > 0);
          }
        });
    assertThat(Files.getPosixFilePermissions(SANDBOX.privateFolder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  /** Bubblewrap's first process has the program's user, and knows how the program ended. */
  @Test
  void aProgramSeesNothingOfTheFirstProcess() throws Exception {
    Execution execution =
        shell("ls -A /proc/1; ls /proc/self/../1; touch /proc/1/x; umount /proc/1", LIMITS);
    assertThat(execution.exitCode()).isNotZero();
    assertThat(folder.resolve("out")).hasContent("");
    assertThat(folder.resolve("err")).content().contains("Read-only file system");
  }

  @Test
  void leavesNoProcessAndNoControlGroup() throws Exception {
    shell("setsid sh -c 'while :; do sleep 1; done' & exit 0", LIMITS);
    shell("exit 0", LIMITS);
    Path groups = Path.of("/sys/fs/cgroup/pids", Leftovers.GROUP_PREFIX + Leftovers.self());
    Await.until(
        "no process to be left",
        () ->
            ProcessHandle.current()
                .descendants()
                .allMatch(left -> WaitingBubblewrap.is(Long.toString(left.pid()))));
    if (Files.exists(groups)) {
      // One for each box, made ahead for its next run.
      Await.until(
          "no control group to be left",
          () -> {
            List<String> processes = processes(groups);
            return processes.size() == 4
                && processes.stream().flatMap(String::lines).allMatch(WaitingBubblewrap::is);
          });
    }
  }

  @Test
  void aProgramThatIsRunAgainHasTheNewInputEnvironmentAndFolders() throws Exception {
    Path shown = Files.createDirectory(folder.resolve("shown"));
    for (int i = 0; i < 24; i++) {
      int kind = i / 4; // the same command four times
      Files.writeString(shown.resolve("file"), "folder " + i);
      Path input = Files.writeString(folder.resolve("in"), "input " + i + "\n".repeat(i));
      Path output = folder.resolve("out-" + i);
      SANDBOX.run(
          new Command(
              List.of("/bin/sh", "-c", "cat; cat /shown/file; echo $NUMBER >&2"),
              Map.of("PATH", "/usr/bin:/bin", "NUMBER", "number " + kind),
              Map.of("/shown", shown),
              kind % 2 == 0,
              input,
              output,
              folder.resolve("err"),
              LIMITS,
              kind % 3 == 0,
              kind % 4 == 0,
              List.of(Command.Next.values()).get(i % 3)));
      assertThat(output).hasContent("input " + i + "\n".repeat(i) + "folder " + i);
      assertThat(folder.resolve("err")).hasContent("number " + kind);
    }
  }

  @Test
  void eachRunFindsItsOwnLimitsAndNothingOfTheLast() throws Exception {
    Path out = folder.resolve("out");
    for (int i = 1; i <= 12; i++) {
      RunLimits limits =
          new RunLimits(
              LIMITS.cpuTime(), LIMITS.wallTime(), LIMITS.memoryBytes(), 32, 1 << 20, i << 20);
      Execution execution =
          shell(
              "ls -A /tmp /dev/shm /box | grep -v :; ipcs -m | grep -c 0x; grep ' /tmp '"
                  + " /proc/mounts | grep -o 'size=[0-9]*' | tail -n 1 | cut -d = -f 2; for d in"
                  + " /tmp /dev/shm /box; do echo x > $d/left; done; ipcmk -M 100 >/dev/null; exit "
                  + i,
              limits);
      assertThat(execution.exitCode()).isEqualTo(i);
      assertThat(Files.readString(out).split("\\s+"))
          .containsExactly("", "0", Integer.toString(i << 10));
    }
  }

  @Test
  void aChildThatOutlivesTheProgramIsAccountedForAndEnded() throws Exception {
    String child = "i=0; while :; do i=$((i + 1)); [ $i != 100000 ] || : >/tmp/worked; done";
    Execution execution =
        shell(
            "(trap '' HUP; " + child + ") & until [ -e /tmp/worked ]; do sleep 0.01; done; exit 4",
            LIMITS);
    assertThat(execution.outcome()).isEqualTo(Outcome.EXITED);
    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.cpuTime()).isGreaterThan(Duration.ofMillis(10));
  }

  private static List<String> processes(Path groups) throws IOException {
    try (var children = Files.list(groups)) {
      List<String> processes = new ArrayList<>();
      for (Path group : children.filter(Files::isDirectory).toList()) {
        processes.add(Files.readString(group.resolve("cgroup.procs")));
      }
      return processes;
    }
  }

  private Execution shell(String script, RunLimits limits) throws Exception {
    Path input = Files.writeString(folder.resolve("in"), "given");
    return run(List.of("/bin/sh", "-c", script), input, limits);
  }

  private Execution run(List<String> arguments, Path input, RunLimits limits) {
    return SANDBOX.run(
        new Command(
            arguments,
            Map.of("PATH", "/usr/bin:/bin"),
            Map.of(),
            true,
            input,
            folder.resolve("out"),
            folder.resolve("err"),
            limits));
  }
}
