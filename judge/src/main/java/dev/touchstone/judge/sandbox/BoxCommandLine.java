package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the command line that puts a program into a box; the same for every run of a machine. */
final class BoxCommandLine {
  /**
   * Enters the control groups, opens the filter (9) and bubblewrap's report (8), and becomes the
   * rest of its arguments.
   */
  private static final String ENTER =
      "report=$1; filter=$2; shift 2;"
          + " while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 125; shift; done; shift;"
          + " exec 8>\"$report\" 9<\"$filter\"; exec \"$@\"";

  private static final int OPEN_FILES = 512;

  private final List<String> system;
  private final Path filter;

  BoxCommandLine(Path filter) {
    this.filter = filter;
    this.system = systemFolders();
  }

  List<String> write(
      Command command, List<Path> groupEntrances, List<String> becomeUser, Path report) {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "enter"));
    line.add(report.toString());
    line.add(filter.toString());
    groupEntrances.forEach(entrance -> line.add(entrance.toString()));
    line.add("--");
    line.addAll(resourceLimits(command.limits(), groupEntrances.isEmpty()));
    line.addAll(becomeUser);
    line.addAll(bubblewrap(command));
    line.addAll(command.arguments());
    return line;
  }

  private static List<String> resourceLimits(Limits limits, boolean withoutGroups) {
    List<String> line = new ArrayList<>(List.of("prlimit", "--core=0"));
    line.add("--fsize=" + limits.outputBytes());
    line.add("--nofile=" + OPEN_FILES);
    // The stack may grow until memory is used up, as deep recursion is no error of its own.
    line.add("--stack=" + limits.memoryBytes());
    line.add("--memlock=0");
    line.add("--msgqueue=0");
    if (withoutGroups) {
      line.add("--as=" + limits.memoryBytes());
      line.add("--nproc=" + limits.processes());
      line.add("--cpu=" + (limits.cpuTime().toSeconds() + 1));
    }
    line.add("--");
    return line;
  }

  private List<String> bubblewrap(Command command) {
    String disk = Long.toString(command.limits().diskBytes());
    List<String> line =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-user",
                "--unshare-pid",
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-uts",
                "--unshare-cgroup",
                "--disable-userns",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--hostname",
                "box",
                "--seccomp",
                "9",
                "--json-status-fd",
                "8"));
    line.addAll(system);
    line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    line.addAll(List.of("--size", disk, "--tmpfs", "/dev/shm"));
    line.addAll(List.of("--size", disk, "--tmpfs", "/tmp"));
    if (command.workFolder()) {
      line.addAll(List.of("--size", disk, "--tmpfs", "/box"));
    }
    new TreeMap<>(command.folders())
        .forEach(
            (inside, outside) -> line.addAll(List.of("--ro-bind", outside.toString(), inside)));
    line.addAll(List.of("--remount-ro", "/", "--chdir", "/box", "--clearenv"));
    for (Map.Entry<String, String> variable : new TreeMap<>(command.environment()).entrySet()) {
      line.addAll(List.of("--setenv", variable.getKey(), variable.getValue()));
    }
    line.add("--");
    return line;
  }

  /** Programs and libraries, read-only; of /etc only what programs need to start. */
  private static List<String> systemFolders() {
    List<String> line = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
    for (String name : List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32")) {
      Path folder = Path.of("/", name);
      if (Files.isSymbolicLink(folder)) {
        line.addAll(List.of("--symlink", target(folder), folder.toString()));
      } else if (Files.isDirectory(folder)) {
        line.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
      }
    }
    for (String name : List.of("alternatives", "ld.so.cache", "localtime", "fpc.cfg", "R", "ghc")) {
      line.addAll(List.of("--ro-bind-try", "/etc/" + name, "/etc/" + name));
    }
    Path java = Path.of(System.getProperty("java.home"));
    if (!java.startsWith("/usr")) {
      line.addAll(List.of("--ro-bind", java.toString(), java.toString()));
    }
    return line;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
