package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks each protection at start: one that is reported as active was seen to work. */
final class ProtectionCheck {
  /** It takes 20 ms; a machine that is emulated or very busy is given its time. */
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(30), Duration.ofSeconds(60), 64L << 20, 12, 1L << 20, 1L << 20);

  /** Prints a word for each protection that works. */
  private static final String PROBE =
      "[ \"$(cat /proc/sys/kernel/hostname)\" = box ] && [ $$ -lt 9 ] && [ ! -e /var ]"
          + " && grep -q ' 1$' /proc/self/uid_map && echo namespaces;"
          + " [ \"$(tail -n +3 /proc/net/dev | grep -vc ' lo:')\" = 0 ] && echo network;"
          + " echo stack $(ulimit -H -s);"
          + " grep -q '^NoNewPrivs:.*1' /proc/self/status && echo privileges;"
          + " grep -q '^Seccomp:.*2' /proc/self/status && echo seccomp;"
          + " touch /usr/probe 2>/dev/null || echo readonly;"
          // The shell that can't fork ends; its children end with the box.
          + " (for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do sleep 60 & done) 2>/dev/null"
          + " || echo limited";

  private static final Set<Execution.Outcome> TOO_SLOW =
      Set.of(Execution.Outcome.CPU_LIMIT, Execution.Outcome.WALL_LIMIT);

  /** Without this protection there is no box, and no other can be checked. */
  static final String NAMESPACES = "namespaces";

  static final String WHOLE_BOX = "limits of a box as a whole";
  static final String FILTER = "seccomp filter";

  private final Sandbox sandbox;
  private final BubblewrapFaults faults;

  /** What the probe printed, or why it did not run. */
  private record Found(List<String> words, String refusal) {
    boolean has(String word) {
      return words.contains(word);
    }
  }

  /** Whether a machine is at risk without it. */
  static boolean isRisk(Protection protection) {
    return List.of(WHOLE_BOX, FILTER).contains(protection.name());
  }

  ProtectionCheck(Sandbox sandbox, BubblewrapFaults faults) {
    this.sandbox = sandbox;
    this.faults = faults;
  }

  List<Protection> protections(
      Optional<ControlGroups> groups, boolean filter, boolean root, boolean prepared) {
    List<Protection> protections = new ArrayList<>();
    Found found = probe();
    protections.add(floor(NAMESPACES, found.has("namespaces"), namespacesDetail(found)));
    protections.add(floor("no network", found.has("network"), "an empty network namespace"));
    protections.add(floor("read-only system", found.has("readonly"), "bind mounts"));
    protections.add(floor("no new privileges", found.has("privileges"), "set by the judge"));
    protections.add(
        floor(
            "memory, process and CPU limits",
            found.has("limited"),
            found.has("limited")
                ? groups.map(ControlGroups::description).orElse("resource limits of each process")
                : "more processes started than allowed; use a kernel that enforces"
                    + " RLIMIT_NPROC or control groups"));
    protections.add(
        new Protection(
            WHOLE_BOX,
            groups.isPresent(),
            false,
            groups.isPresent()
                ? "control groups"
                : "weaker: the kernel limits memory and CPU time of each process only, and the"
                    + " judge adds them up every 20 ms. Nobody counts page tables and the buffers"
                    + " of pipes and sockets: a hostile program can take gigabytes of this"
                    + " machine's memory with them, and bring down what else runs here. CPU time"
                    + " of children that nobody waits for may be missed. Run the judge as root, or"
                    + " in a delegated cgroup v2: systemd-run --user --scope -p Delegate=yes"));
    protections.add(
        new Protection(
            FILTER,
            filter && found.has("seccomp"),
            false,
            filter
                ? "allows the system calls that languages need, and refuses all others"
                : "unknown for this processor: programs reach all of the kernel, every fault of"
                    + " which they may use to leave their box, and runs at the same time can"
                    + " exchange messages by locks; use an amd64 or arm64 machine"));
    protections.add(
        new Protection(
            "a separate user for each box",
            root,
            false,
            root
                ? "the judge runs as root, programs do not"
                : "weaker: boxes run as the judge's own user. A program that leaves its box could"
                    + " read tests and change the judge, and programs that run at the same time"
                    + " share that user's limits, by which they can exchange messages; run the"
                    + " judge as root"));
    protections.add(
        new Protection(
            "one size for all files of a box",
            prepared,
            false,
            prepared
                ? "boxes are prepared, runs start fast"
                : "weaker: /tmp, /dev/shm and /box each have their own size and no limit on the"
                    + " number of files, and runs start more slowly; run the judge as root with"
                    + " CAP_SYS_ADMIN"));
    protections.add(stack(found, groups.isPresent()));
    protections.add(faults.protection());
    return protections;
  }

  /** A hard limit of whoever started the judge, which only root may raise. */
  private static Protection stack(Found found, boolean whole) {
    long expected = ResourceLimits.stack(LIMITS, !whole) >> 10;
    boolean full = found.has("stack " + expected);
    String seen =
        found.words().stream()
            .filter(word -> word.startsWith("stack "))
            .map(word -> word.substring("stack ".length()))
            .findFirst()
            .orElse("unknown");
    return new Protection(
        "stacks as large as memory allows",
        full,
        false,
        full
            ? "deep recursion is no error"
            : "deep recursion fails early: whoever started the judge limits the stack to "
                + seen
                + " KiB (ulimit -H -s); start it with ulimit -s unlimited, or as root with"
                + " CAP_SYS_RESOURCE");
  }

  private static Protection floor(String name, boolean active, String detail) {
    return new Protection(name, active, true, detail);
  }

  private static String namespacesDetail(Found found) {
    return found.has("namespaces")
        ? "user, pid, net, ipc, uts, mount, cgroup by bubblewrap"
        : "no box can be started; "
            + new MissingSetting(Path.of("/proc/sys")).explain(found.refusal())
            + ". bubblewrap reported: "
            + found.refusal();
  }

  private Found probe() {
    Path output = sandbox.sharedFolder().resolve("probe.out");
    Path error = sandbox.sharedFolder().resolve("probe.err");
    try {
      Execution execution =
          sandbox.run(
              new Command(
                  List.of("/bin/sh", "-c", PROBE),
                  Map.of("PATH", "/usr/bin:/bin"),
                  Map.of(),
                  true,
                  Path.of("/dev/null"),
                  output,
                  error,
                  LIMITS));
      // What it did not come to print is unknown then, and not missing.
      if (TOO_SLOW.contains(execution.outcome())) {
        throw new IOException(
            "The check did not end within %d s. This machine is too busy; try again."
                .formatted(execution.wallTime().toSeconds()));
      }
      List<String> words = Files.readAllLines(output, StandardCharsets.UTF_8);
      return new Found(words, Files.readString(error, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new SandboxException("The sandbox could not be checked. " + e.getMessage(), e);
    } catch (SandboxException e) {
      return new Found(List.of(), String.valueOf(e.getMessage()));
    } finally {
      Folders.delete(output);
      Folders.delete(error);
    }
  }
}
