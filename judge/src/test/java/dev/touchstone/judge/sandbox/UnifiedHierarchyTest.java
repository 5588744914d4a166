package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * Control groups of version 2 hold what they promise, for root and for an ordinary user to whom a
 * part of the tree is delegated, as systemd does. Most machines that run tests have version 1 or
 * give nobody a part of version 2, so this boots a machine of its own.
 */
class UnifiedHierarchyTest {
  /** Unpacked by {@code prepare_judge_machine} of {@code scripts/test.sh}. */
  private static final Path KERNELS = Path.of("..", "target", "kernel");

  private static final int SECONDS = 400;

  private static final String SCRIPT =
      """
      mkdir -p classes
      for path in {paths}; do
        if [ -d "$path" ]; then cp -r "$path/." classes; else cp "$path" .; fi
      done
      chmod -R a+rX .
      # probe USER GROUP COMMAND…: in the control group, by a command that changes the user
      probe() {
        user=$1; group=$2; shift 2
        sh -c 'echo $$ >"$0/cgroup.procs"; exec "$@"' "$group" "$@" \
          {java}/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=/mnt \
          --enable-native-access=ALL-UNNAMED -cp "classes:$(echo *.jar | tr ' ' :)" \
          dev.touchstone.judge.sandbox.UnifiedHierarchyProbe "$user" "$group"
      }
      cd /sys/fs/cgroup
      echo '+memory +pids +cpu' >cgroup.subtree_control
      mkdir -p system user
      echo '+memory +pids +cpu' >user/cgroup.subtree_control
      mkdir user/scope
      chown -R 62001:62001 user
      cd /mnt
      probe root /sys/fs/cgroup/system env &
      probe user /sys/fs/cgroup/user/scope setpriv --reuid 62001 --regid 62001 --clear-groups &
      wait
      """;

  @TempDir Path folder;

  @Test
  void holdsItsLimitsByControlGroupsOfVersion2() throws Exception {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "the emulated machine is an amd64");
    Optional<VirtualMachine> machine = VirtualMachine.find(KERNELS);
    assumeTrue(
        machine.isPresent(),
        "needs qemu-system-x86, busybox-static and Debian's kernel in target/kernel;"
            + " ./touchstone test fetches them on Debian as root");
    String paths =
        Stream.of(Sandbox.class, UnifiedHierarchyProbe.class, Logger.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(" "));
    String script =
        SCRIPT.replace("{java}", System.getProperty("java.home")).replace("{paths}", paths);
    String console = machine.get().run(script, folder, SECONDS);
    assertThat(console).contains("end of script").doesNotContain("WRONG");
    for (String user : List.of("root", "user")) {
      List<String> fine = console.lines().filter(line -> line.startsWith(user + " ok: ")).toList();
      assertThat(fine).as(console).hasSize(13);
    }
  }
}
