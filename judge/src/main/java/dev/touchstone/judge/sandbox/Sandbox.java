package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs untrusted commands, each in a fresh box. Nothing of a box outlives its run: all that a
 * program can write to is memory of its own, standard output and standard error. Thread-safe; as
 * many run at once as there are boxes, others wait.
 */
public final class Sandbox implements AutoCloseable {
  /** How often a run's CPU time is looked at: by so much it may exceed its limit. */
  private static final Duration POLL = Duration.ofMillis(10);

  private static final int FIRST_SIGNAL_CODE = 128;
  private static final int LAST_SIGNAL = 64;

  private final Path folder;
  private final Optional<ControlGroups> groups;
  private final BoxUsers users;
  private final BoxCommandLine commandLine;
  private final List<Protection> protections;
  private final AtomicLong count = new AtomicLong();

  private Sandbox(
      Path folder, Optional<ControlGroups> groups, BoxUsers users, List<Protection> protections) {
    this.folder = folder;
    this.groups = groups;
    this.users = users;
    this.commandLine = new BoxCommandLine(folder.resolve("filter"));
    this.protections = protections;
  }

  /**
   * Prepares the sandbox and tries it out.
   *
   * @param boxes how many runs there may be at once
   * @throws SandboxException that names what is missing, if untrusted code can't be run safely
   */
  public static Sandbox start(int boxes) {
    Optional<ControlGroups> groups = ControlGroups.detect();
    Optional<byte[]> filter = SeccompFilter.forThisMachine();
    boolean root = "root".equals(System.getProperty("user.name"));
    List<Protection> protections = new ArrayList<>();
    try {
      Path folder =
          Files.createTempDirectory(
              "touchstone-judge-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
      Files.write(folder.resolve("filter"), filter.orElse(new byte[0]));
      Sandbox sandbox = new Sandbox(folder, groups, new BoxUsers(boxes, root), protections);
      protections.addAll(new SelfTest(sandbox).protections(groups, filter.isPresent(), root));
      sandbox.requireFloor();
      return sandbox;
    } catch (IOException e) {
      throw new SandboxException("The folder for temporary files can't be written.", e);
    }
  }

  /** What keeps programs in their boxes on this machine, and what does not. */
  public List<Protection> protections() {
    return List.copyOf(protections);
  }

  /**
   * A folder that boxes can be shown: every user may pass through it, none may list it. What is
   * laid into it is the caller's to remove.
   */
  public Path sharedFolder() {
    return folder;
  }

  /**
   * Runs a command to its end or to one of its limits.
   *
   * @throws SandboxException if the box could not be made or taken away; not the program's fault
   */
  public Execution run(Command command) {
    int user = users.take();
    try {
      return runAs(user, command);
    } finally {
      users.giveBack(user);
    }
  }

  @Override
  public void close() {
    groups.ifPresent(ControlGroups::close);
    Folders.delete(folder);
  }

  private void requireFloor() {
    List<String> missing =
        protections.stream()
            .filter(protection -> protection.floor() && !protection.active())
            .map(protection -> protection.name() + ": " + protection.detail())
            .toList();
    if (!missing.isEmpty()) {
      close();
      throw new SandboxException(
          "Untrusted code can't be run safely here. " + String.join(" ", missing));
    }
  }

  private Execution runAs(int user, Command command) {
    String name = "run-" + count.incrementAndGet();
    Path report = folder.resolve(name + ".report");
    Optional<ControlGroup> group = groups.map(made -> made.create(name, command.limits()));
    try {
      List<Path> entrances = group.map(ControlGroup::entrances).orElse(List.of());
      ProcessBuilder builder =
          new ProcessBuilder(commandLine.write(command, entrances, users.become(user), report))
              // The first process in the box shows where it was started.
              .directory(Path.of("/").toFile())
              .redirectInput(command.input().toFile())
              .redirectOutput(command.output().toFile())
              .redirectError(command.error().toFile());
      builder.environment().clear();
      builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin"));
      return watch(builder, command, group, report);
    } catch (IOException e) {
      throw new SandboxException("The box could not be started.", e);
    } finally {
      group.ifPresent(Sandbox::remove);
      Folders.delete(report);
    }
  }

  private Execution watch(
      ProcessBuilder builder, Command command, Optional<ControlGroup> group, Path report)
      throws IOException {
    long start = System.nanoTime();
    Process process = builder.start();
    Outcome outcome = Outcome.EXITED;
    try {
      while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        outcome = exceeded(command.limits(), group, start);
        if (outcome != Outcome.EXITED) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while a program ran.", e);
    } finally {
      process.destroyForcibly();
      group.ifPresent(ControlGroup::kill);
      process.onExit().join();
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (outcome == Outcome.EXITED && !Files.readString(report).contains("child-pid")) {
      throw new SandboxException("The box could not be made: " + head(command.error()));
    }
    return result(command, group, outcome, process.exitValue(), wall);
  }

  private static Outcome exceeded(Limits limits, Optional<ControlGroup> group, long start) {
    if (System.nanoTime() - start > limits.wallTime().toNanos()) {
      return Outcome.WALL_LIMIT;
    }
    boolean cpu = group.isPresent() && group.get().cpuTime().compareTo(limits.cpuTime()) > 0;
    return cpu ? Outcome.CPU_LIMIT : Outcome.EXITED;
  }

  private static Execution result(
      Command command, Optional<ControlGroup> group, Outcome stopped, int code, Duration wall)
      throws IOException {
    Duration cpu = group.map(ControlGroup::cpuTime).orElse(wall);
    long memory = group.map(ControlGroup::peakMemory).orElse(0L);
    boolean signaled = code > FIRST_SIGNAL_CODE && code <= FIRST_SIGNAL_CODE + LAST_SIGNAL;
    Outcome outcome = signaled ? Outcome.SIGNALED : Outcome.EXITED;
    if (cpu.compareTo(command.limits().cpuTime()) > 0) {
      outcome = Outcome.CPU_LIMIT;
    } else if (stopped != Outcome.EXITED) {
      outcome = stopped;
    } else if (group.isPresent() && group.get().outOfMemory()) {
      outcome = Outcome.MEMORY_LIMIT;
    } else if (isFull(command.output(), command) || isFull(command.error(), command)) {
      outcome = Outcome.OUTPUT_LIMIT;
    }
    return new Execution(
        outcome,
        outcome == Outcome.EXITED ? code : 0,
        outcome == Outcome.SIGNALED ? code - FIRST_SIGNAL_CODE : 0,
        cpu,
        wall,
        memory);
  }

  /** The kernel lets a file grow to the limit and no further. */
  private static boolean isFull(Path file, Command command) throws IOException {
    return Files.size(file) >= command.limits().outputBytes();
  }

  private static void remove(ControlGroup group) {
    group.kill();
    group.close();
  }

  private static String head(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(500);
    }
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }
}
