package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class of the tests as a user that is not root and that no other process has. The
 * kernel lets it have so many processes and no more, whatever the judge under test fails to hold.
 */
public final class OrdinaryUser {
  private static final int MOST_PROCESSES = 400;

  /** Only ends a run that would hang. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Where the controller for processes is mounted: version 1, also hybrid. */
  private static final Path PROCESSES = Path.of("/sys/fs/cgroup/pids");

  private final int user;
  private final Path folder;

  /**
   * Becomes a user for one run.
   *
   * @param user an id that no other test uses
   * @param folder an empty one
   */
  public OrdinaryUser(int user, Path folder) {
    this.user = user;
    this.folder = folder;
  }

  /** Whether this process may become another user. */
  public static boolean possible() {
    return System.getProperty("user.name").equals("root");
  }

  /**
   * Runs a class to its end.
   *
   * @return what it printed
   * @throws IllegalStateException if it does not end
   */
  public List<String> run(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    return run(List.of(), main, arguments);
  }

  /** The same, started by the user through other commands. */
  List<String> run(List<String> before, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    // Where the user may enter, as the user may not where the tests are.
    String classPath = ClassPath.copy(folder.resolve("classes"), false);
    List<String> line = new ArrayList<>();
    Optional<Path> group = group();
    group.ifPresent(made ->
        line.addAll(
            List.of("sh", "-c", "echo $$ >$0/cgroup.procs && exec \"$@\"", made.toString())));
    String name = Integer.toString(user);
    line.addAll(List.of("prlimit", "--nproc=" + MOST_PROCESSES + ":" + MOST_PROCESSES));
    line.addAll(List.of("setpriv", "--reuid", name, "--regid", name, "--clear-groups"));
    line.addAll(before);
    line.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC"));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("-Djava.io.tmpdir=" + folder, "-cp", classPath, main.getName()));
    line.addAll(arguments);
    Path console = folder.resolve("console");
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(console.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("Not done: " + Files.readString(console));
      }
    } finally {
      process.destroyForcibly().waitFor();
      group.ifPresent(GroupFiles::clear);
    }
    return Files.readAllLines(console, StandardCharsets.UTF_8);
  }

  private Optional<Path> group() {
    if (!Files.isWritable(PROCESSES)) {
      return Optional.empty();
    }
    Path group =
        GroupFiles.create(
            PROCESSES.resolve("ordinary-user-" + user + "-" + ProcessHandle.current().pid()));
    GroupFiles.write(group.resolve("pids.max"), Integer.toString(MOST_PROCESSES));
    return Optional.of(group);
  }
}
