package dev.touchstone.judge.sandbox;

import dev.touchstone.judge.sandbox.Execution.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries the sandbox with control groups of version 2; runs in a virtual machine, see {@link
 * UnifiedHierarchyTest}. Prints a line for each thing tried: {@code ok} or {@code WRONG}, and what.
 */
final class UnifiedHierarchyProbe {
  /** An emulated processor is slow; no program here needs much. */
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(60), Duration.ofSeconds(60), 32L << 20, 12, 1 << 20, 128L << 20);

  private static final RunLimits BRIEF =
      new RunLimits(Duration.ofSeconds(1), Duration.ofSeconds(60), 32L << 20, 12, 1 << 20, 1 << 20);

  private final PrintStream out = System.out;
  private final Sandbox sandbox;
  private final Path folder;

  private UnifiedHierarchyProbe(Sandbox sandbox, Path folder) {
    this.sandbox = sandbox;
    this.folder = folder;
  }

  /** Tries everything. */
  public static void main(String[] arguments) throws Exception {
    String line = Files.readString(Path.of("/proc/self/cgroup")).strip();
    Path group = Path.of("/sys/fs/cgroup" + line.substring(line.lastIndexOf(':') + 1));
    System.out.println("in " + group);
    Path stale = Files.createDirectories(group.resolve("touchstone-99999999.t1/run-1"));
    try (Sandbox sandbox = Sandbox.start(1)) {
      Path folder = Files.createTempDirectory("probe");
      new UnifiedHierarchyProbe(sandbox, folder).tryAll(group, stale);
    }
    Files.createDirectories(stale);
    // This process is now where the first one moved it, as is what starts a judge again.
    try (Sandbox sandbox = Sandbox.start(1)) {
      new UnifiedHierarchyProbe(sandbox, Files.createTempDirectory("again")).tryAgain(group, stale);
    }
  }

  private void tryAll(Path group, Path stale) throws Exception {
    String protections = sandbox.protections().toString();
    report("uses version 2", protections.contains("cgroup v2: memory, pids, cpu"), protections);
    report("removed what a dead judge left", !Files.exists(stale.getParent()), stale);
    expect("exits", "exit 7", LIMITS, Outcome.EXITED);
    expect("is killed", "kill -KILL $$", LIMITS, Outcome.SIGNALED);
    expect("takes memory", "tail /dev/zero", LIMITS, Outcome.MEMORY_LIMIT);
    expect("a child takes memory", "tail /dev/zero; exit 0", LIMITS, Outcome.MEMORY_LIMIT);
    expect("fills tmpfs", "cat /dev/zero >/tmp/x", inLargeFiles(), Outcome.MEMORY_LIMIT);
    expect("computes", "while :; do :; done", BRIEF, Outcome.CPU_LIMIT);
    expect(
        "children compute",
        "for i in 1 2 3; do (while :; do :; done) & done; wait",
        BRIEF,
        Outcome.CPU_LIMIT);
    Execution files = run("head -c 12000000 /dev/zero >/tmp/x", inLargeFiles());
    report("files in memory count", files.memoryBytes() > 12_000_000, files);
    run("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do sleep 50 & done", LIMITS);
    String said = Files.readString(folder.resolve("err"));
    report("forks are limited", said.contains("fork"), said);
    run("setsid sh -c 'while :; do sleep 1; done' & exit 0", LIMITS);
    String left = left(group);
    for (int i = 0; i < 10_000 && !left.isEmpty(); i++) {
      left = left(group); // a box is emptied while its result is already known
    }
    report("no group is left but an empty one for the next run", left.isEmpty(), left);
    Execution inside = run("cat /proc/self/cgroup; ls /sys", LIMITS);
    report("control groups are hidden", inside.exitCode() != 0, inside);
    List<String> shared = new FreshBoxProbe(sandbox, folder).complaints();
    report("runs share nothing", shared.isEmpty(), shared);
    Execution first = run("[ -z \"$(ls -A /proc/1)\" ]", LIMITS);
    report("the first process is hidden", first.exitCode() == 0, first);
    Execution sockets = run("perl -e 'exit(socket(S, 2, 1, 0) || !socket(S, 1, 1, 0))'", LIMITS);
    report("there is no internet", sockets.exitCode() == 0, sockets);
  }

  private void tryAgain(Path group, Path stale) throws IOException {
    String protections = sandbox.protections().toString();
    report(
        "a judge that is started again has groups in the same place",
        protections.contains(" in " + group.resolve("touchstone-").toString()),
        protections);
    report("and removes what the dead one left", !Files.exists(stale.getParent()), stale);
    expect("and runs programs", "exit 7", LIMITS, Outcome.EXITED);
  }

  private static String left(Path group) throws IOException {
    try (Stream<Path> groups = Files.walk(group)) {
      List<Path> runs =
          groups.filter(path -> path.getFileName().toString().matches("run-\\d+")).toList();
      if (runs.size() != 2) { // of the box for hidden tests and of the other
        return runs.toString();
      }
      return Files.readString(runs.get(0).resolve("cgroup.procs"))
          + Files.readString(runs.get(1).resolve("cgroup.procs"));
    } catch (IOException | UncheckedIOException e) {
      return String.valueOf(e.getMessage()); // one has just ended
    }
  }

  private static RunLimits inLargeFiles() {
    return new RunLimits(
        LIMITS.cpuTime(), LIMITS.wallTime(), LIMITS.memoryBytes(), 12, 128 << 20, 128 << 20);
  }

  private void expect(String what, String script, RunLimits limits, Outcome outcome)
      throws IOException {
    Execution execution = run(script, limits);
    report(what, execution.outcome() == outcome, execution);
  }

  private Execution run(String script, RunLimits limits) {
    return sandbox.run(Commands.of(List.of("/bin/sh", "-c", script), folder, limits));
  }

  private void report(String what, boolean fine, Object seen) {
    out.println(fine ? "ok: " + what : "WRONG: " + what + " " + seen);
  }
}
