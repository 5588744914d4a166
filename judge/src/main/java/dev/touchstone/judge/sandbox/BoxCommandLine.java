package dev.touchstone.judge.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes bubblewrap's options: to make a box or, if its root is prepared, to enter that. */
final class BoxCommandLine {
  private static final String FIRST_PROCESS = "/proc/1";

  private final SystemFiles files;
  private final Optional<Path> root;

  BoxCommandLine(SystemFiles files, Optional<Path> root) {
    this.files = files;
    this.root = root;
  }

  List<String> write(Command command) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "--unshare-user",
                "--unshare-pid",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--seccomp",
                Integer.toString(Bubblewrap.FILTER),
                "--json-status-fd",
                Integer.toString(Bubblewrap.REPORT),
                "--block-fd",
                Integer.toString(Bubblewrap.GATE)));
    root.ifPresentOrElse(
        path -> line.addAll(List.of("--dev-bind", path.toString(), "/", "--proc", "/proc")),
        () -> line.addAll(fromScratch(command)));
    // The program has the user of the first process, so it could write the memory of that process,
    // and with it the report of its own end.
    line.addAll(List.of("--tmpfs", FIRST_PROCESS, "--remount-ro", FIRST_PROCESS));
    line.addAll(List.of("--chdir", "/box", "--clearenv"));
    for (Map.Entry<String, String> variable : new TreeMap<>(command.environment()).entrySet()) {
      line.addAll(List.of("--setenv", variable.getKey(), variable.getValue()));
    }
    return line;
  }

  private List<String> fromScratch(Command command) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-uts",
                "--unshare-cgroup",
                "--disable-userns",
                "--hostname",
                SystemFiles.HOST_NAME));
    line.addAll(mounts(command));
    // As the owner of its IPC namespace, the box's user could write its settings.
    line.addAll(List.of("--ro-bind", "/proc/sys", "/proc/sys"));
    line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
    return line;
  }

  /** The mounts of a box whose root is not prepared. */
  List<String> mounts(Command command) {
    String disk = Long.toString(command.limits().diskBytes());
    List<String> line = new ArrayList<>();
    files
        .links()
        .forEach((link, target) ->
            line.addAll(List.of("--symlink", target.toString(), link.toString())));
    files
        .folders()
        .forEach(folder -> line.addAll(List.of("--ro-bind", folder.toString(), folder.toString())));
    files
        .settings()
        .forEach(path -> line.addAll(List.of("--ro-bind-try", path.toString(), path.toString())));
    line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    line.addAll(List.of("--size", disk, "--tmpfs", "/dev/shm"));
    line.addAll(List.of("--size", disk, "--tmpfs", "/tmp"));
    if (command.workFolder()) {
      line.addAll(List.of("--size", disk, "--tmpfs", "/box"));
    }
    new TreeMap<>(command.folders())
        .forEach(
            (inside, outside) -> line.addAll(List.of("--ro-bind", outside.toString(), inside)));
    return line;
  }
}
