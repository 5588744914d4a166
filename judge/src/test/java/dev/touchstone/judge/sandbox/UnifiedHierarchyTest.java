package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.platform.files.Deletion;
import dev.touchstone.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/**
 * Control groups of version 2 hold what they promise, for root and for an ordinary user to whom a
 * part of the tree is delegated: by its own systemd, or as systemd does where there is none. Most
 * machines that run tests have version 1 or give nobody a part of version 2, so this boots a
 * machine of its own.
 */
class UnifiedHierarchyTest {
  /** Unpacked by {@code fetch_kernel} of {@code scripts/packages.sh}. */
  private static final Path KERNELS = Path.of("..", "target", "kernel");

  /** Only ends a machine that hangs. */
  private static final int SECONDS = 800;

  /** Where Debian has it. */
  private static final Path SYSTEMD = Path.of("/lib/systemd/systemd");

  private static final String SCRIPT =
      """
      mkdir -p classes
      for path in {paths}; do
        if [ -d "$path" ]; then cp -r "$path/." classes; else cp "$path" .; fi
      done
      # The checkout may be in a folder that only root may enter.
      cp {scripts}/run.sh delegate.sh
      chmod -R a+rX .
      cat >probe <<'END'
      #!/bin/bash
      # probe NAME: tries the sandbox in the control group that the script finds
      . ./delegate.sh
      delegated {java}/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=/mnt \
        --enable-native-access=ALL-UNNAMED -cp "classes:$(echo *.jar | tr ' ' :)" \
        dev.touchstone.judge.sandbox.UnifiedHierarchyProbe "$@"
      END
      chmod a+x probe
      # within GROUP COMMAND…
      within() { sh -c 'echo $$ >"$0/cgroup.procs"; exec "$@"' "$@"; }
      # delegate USER GROUP: as systemd.exec(5) and docs/CGROUP_DELEGATION of systemd have it
      delegate() {
        mkdir -p "$2"
        chown "$1:$1" "$2" "$2/cgroup.procs" "$2/cgroup.subtree_control" "$2/cgroup.threads"
      }
      cd /sys/fs/cgroup
      echo '+memory +pids +cpu' >cgroup.subtree_control
      mkdir system user.slice
      echo '+memory +pids +cpu' >user.slice/cgroup.subtree_control
      mine=/sys/fs/cgroup/user.slice/mine.scope managed=/sys/fs/cgroup/user.slice/user@62002.service
      delegate 62001 $mine
      delegate 62002 $managed
      cd /mnt
      within /sys/fs/cgroup/system ./probe root &
      if [ ! -x {systemd} ]; then
        within $mine setpriv --reuid 62001 --regid 62001 --clear-groups ./probe user &
      else
        mount -t tmpfs run /run
        mkdir -p /run/systemd/system /run/user/62002
        chown 62002 /run/user/62002
        export XDG_RUNTIME_DIR=/run/user/62002 HOME=/mnt
        within $managed setpriv --reuid 62002 --regid 62002 --clear-groups {systemd} --user &
        for i in $(seq 60); do
          [ -S /run/user/62002/systemd/private ] && break
          sleep 1
        done
        setpriv --reuid 62002 --regid 62002 --clear-groups mkdir $managed/terminal
        within $managed/terminal setpriv --reuid 62002 --regid 62002 --clear-groups ./probe user &
      fi
      probe=$!
      wait %1 $probe
      """;

  @TempDir static Path folder;

  private static String console = "";

  @BeforeAll
  static void boot() throws Exception {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the emulated machine is an amd64");
    Optional<VirtualMachine> machine = VirtualMachine.find(KERNELS);
    assumeTrue(
        machine.isPresent(),
        "needs qemu-system-x86, busybox-static and Debian's kernel in target/kernel;"
            + " ./touchstone test fetches them on Debian as root");
    String paths =
        Stream.of(
                Sandbox.class,
                UnifiedHierarchyProbe.class,
                Deletion.class,
                Await.class,
                Logger.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(" "));
    String script =
        SCRIPT
            .replace("{java}", System.getProperty("java.home"))
            .replace("{scripts}", Path.of("..", "scripts").toRealPath().toString())
            .replace("{systemd}", SYSTEMD.toString())
            .replace("{paths}", paths);
    console = machine.get().run(script, folder, SECONDS);
    assertThat(console).contains("end of script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "user"})
  void holdsItsLimitsByControlGroupsOfVersion2(String user) {
    assertThat(console).doesNotContain(user + " WRONG");
    List<String> fine = console.lines().filter(line -> line.startsWith(user + " ok: ")).toList();
    assertThat(fine).as(console).hasSize(19);
  }

  /** A user's own systemd runs there for real; the script that starts the judge asks it. */
  @Test
  void takesAControlGroupFromSystemdsUserManager() {
    assumeTrue(Files.isExecutable(SYSTEMD), "systemd is not installed");
    assertThat(console).containsPattern("user in /sys/fs/cgroup/.*/user@62002.service/app.slice/");
  }
}
