package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@link VirtualMachine} with control groups of version 2, in which a program runs twice side by
 * side: as root in a group of the system, and as an ordinary user to whom a part of the tree is
 * delegated by its own systemd, or as systemd does where there is none. Most machines that run
 * tests have version 1 or give nobody a part of version 2.
 */
public final class UnifiedHierarchy {
  /** Where Debian has it. */
  static final Path SYSTEMD = Path.of("/lib/systemd/systemd");

  /** Unpacked by {@code fetch_kernel} of {@code scripts/packages.sh}. */
  private static final Path KERNELS = Path.of("..", "target", "kernel");

  private static final String SCRIPT =
      """
      mkdir -p classes
      for path in {paths}; do
        if [ -d "$path" ]; then cp -r "$path/." classes; else cp "$path" .; fi
      done
      # The checkout may be in a folder that only root may enter.
      cp {scripts}/run.sh delegate.sh
      chmod -R a+rX .
      cat >program <<'END'
      #!/bin/bash
      # program ARGUMENTS…: in the control group that the script finds
      . ./delegate.sh
      delegated {java}/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=/mnt \
        --enable-native-access=ALL-UNNAMED {options} -cp "classes:$(echo *.jar | tr ' ' :)" \
        {main} "$@"
      END
      chmod a+x program
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
      within /sys/fs/cgroup/system ./program {root} 2>&1 | sed -u 's/^/root: /' &
      if [ ! -x {systemd} ]; then
        within $mine setpriv --reuid 62001 --regid 62001 --clear-groups ./program {user} 2>&1 |
          sed -u 's/^/user: /' &
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
        within $managed/terminal setpriv --reuid 62002 --regid 62002 --clear-groups ./program {user} 2>&1 |
          sed -u 's/^/user: /' &
      fi
      user=$!
      wait %1 $user
      """;

  private final Path folder;
  private List<String> options = List.of();

  /** Only ends a machine that hangs. */
  private Duration patience = Duration.ofSeconds(800);

  /**
   * Prepares one; the test is skipped where none can be started.
   *
   * @param folder for the machine's own files
   */
  public UnifiedHierarchy(Path folder) {
    this.folder = folder;
  }

  /** With these options of the JVM. */
  public UnifiedHierarchy options(List<String> all) {
    options = all;
    return this;
  }

  /** With another time after which the machine is given up. */
  public UnifiedHierarchy patience(Duration time) {
    patience = time;
    return this;
  }

  /**
   * Boots, runs the program as both, and ends.
   *
   * @param root the arguments for root's
   * @param user the arguments for the ordinary user's
   * @param types of whose jars or folders of classes the class path is made
   * @return what the machine wrote on its console; lines of the two begin with {@code root: } and
   *     {@code user: }
   */
  public String run(Class<?> main, List<String> root, List<String> user, List<Class<?>> types)
      throws IOException, InterruptedException {
    return run(
        main,
        root,
        user,
        types.stream()
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(" ")));
  }

  /** The same with the class path of the tests. */
  public String run(Class<?> main, List<String> root, List<String> user)
      throws IOException, InterruptedException {
    return run(main, root, user, String.join(" ", ClassPath.entries()));
  }

  private String run(Class<?> main, List<String> root, List<String> user, String paths)
      throws IOException, InterruptedException {
    assumeThat(System.getProperty("os.arch")).as("the emulated machine").isEqualTo("amd64");
    var machine = VirtualMachine.find(KERNELS);
    assumeThat(machine)
        .as(
            "needs qemu-system-x86, busybox-static and Debian's kernel in target/kernel;"
                + " ./touchstone test fetches them on Debian as root")
        .isPresent();
    String script =
        SCRIPT
            .replace("{java}", System.getProperty("java.home"))
            .replace("{scripts}", Path.of("..", "scripts").toRealPath().toString())
            .replace("{systemd}", SYSTEMD.toString())
            .replace("{main}", main.getName())
            .replace("{options}", String.join(" ", options))
            .replace("{root}", quoted(root))
            .replace("{user}", quoted(user))
            .replace("{paths}", paths);
    return machine.orElseThrow().run(script, Files.createDirectories(folder), patience);
  }

  private static String quoted(List<String> arguments) {
    return arguments.stream()
        .map(argument -> "'" + argument + "'")
        .collect(Collectors.joining(" "));
  }
}
