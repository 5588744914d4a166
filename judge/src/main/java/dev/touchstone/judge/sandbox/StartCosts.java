package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long it takes to start a program that does nothing, in nanoseconds and in the order measured:
 * as a process, in bubblewrap with all namespaces and the mounts of a box, and in a box with its
 * limits and accounts. The three take turns, and are started in the same way by the same user, so
 * that they can be compared. The box runs the same program each time, as it does for the tests of a
 * submission.
 *
 * @param process bare
 * @param bubblewrap {@code bwrap --unshare-all} alone: no limits, no filter, no accounts
 * @param box a run of the sandbox
 */
public record StartCosts(List<Long> process, List<Long> bubblewrap, List<Long> box) {
  private static final List<String> NOTHING = List.of("/usr/bin/true");
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(20), 64L << 20, 16, 1L << 20, 16L << 20);

  /** Measures the given number of each, after some warm-up runs. */
  public static StartCosts measure(Sandbox sandbox, int runs) throws IOException {
    Path folder = Files.createTempDirectory("touchstone-bench");
    Path nothing = Path.of("/dev/null");
    Command command =
        new Command(
            NOTHING,
            Map.of(),
            Map.of(),
            true,
            nothing,
            folder.resolve("out"),
            folder.resolve("err"),
            LIMITS);
    List<String> bubblewrap = new ArrayList<>(List.of("/usr/bin/bwrap", "--unshare-all"));
    bubblewrap.addAll(new BoxCommandLine(SystemFiles.find(), Optional.empty()).mounts(command));
    bubblewrap.add("--");
    bubblewrap.addAll(NOTHING);
    StartCosts costs = new StartCosts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (PlainProcesses plain = new PlainProcesses(sandbox.root())) {
      for (int i = -runs / 5; i < runs; i++) {
        long process = plain.run(NOTHING);
        long wrapped = plain.run(bubblewrap);
        long start = System.nanoTime();
        sandbox.run(command);
        long boxed = System.nanoTime() - start;
        if (i >= 0) {
          costs.process().add(process);
          costs.bubblewrap().add(wrapped);
          costs.box().add(boxed);
        }
      }
    } finally {
      Folders.delete(folder);
    }
    return costs;
  }
}
