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
 * limits and accounts. They take turns, and are started in the same way by the same user, so that
 * they can be compared.
 *
 * @param process bare
 * @param bubblewrap {@code bwrap --unshare-all} alone: no limits, no filter, no accounts
 * @param box a run of the sandbox that was expected, as are the tests of a submission from the
 *     third on
 * @param unexpected a run of the sandbox for which no box was made ahead
 */
public record StartCosts(
    List<Long> process, List<Long> bubblewrap, List<Long> box, List<Long> unexpected) {
  private static final List<String> NOTHING = List.of("/usr/bin/true");
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(20), 64L << 20, 16, 1L << 20, 16L << 20);

  /** Measures the given number of each, after some warm-up runs. */
  public static StartCosts measure(Sandbox sandbox, int runs) throws IOException {
    Path folder = Files.createTempDirectory("touchstone-bench");
    Command command = command(folder, Map.of(), Command.Next.SAME);
    Command other = command(folder, Map.of("OTHER", "1"), Command.Next.UNKNOWN);
    List<String> bubblewrap = new ArrayList<>(List.of("/usr/bin/bwrap", "--unshare-all"));
    bubblewrap.addAll(new BoxCommandLine(SystemFiles.find(), Optional.empty()).mounts(command));
    bubblewrap.add("--");
    bubblewrap.addAll(NOTHING);
    StartCosts costs =
        new StartCosts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (PlainProcesses plain = new PlainProcesses(sandbox.root())) {
      for (int i = -runs / 5; i < runs; i++) {
        long process = plain.run(NOTHING);
        long wrapped = plain.run(bubblewrap);
        long boxed = time(sandbox, command);
        if (i >= 0) {
          costs.process().add(process);
          costs.bubblewrap().add(wrapped);
          costs.box().add(boxed);
        }
      }
      for (int i = 0; i < runs; i++) {
        plain.run(NOTHING); // meanwhile the box is cleaned up
        costs.unexpected().add(time(sandbox, other));
      }
    } finally {
      Folders.delete(folder);
    }
    return costs;
  }

  /** How long it takes to start a program as a process, so many times. */
  public static List<Long> ofProcess(Sandbox sandbox, List<String> line, int runs) {
    List<Long> times = new ArrayList<>();
    try (PlainProcesses plain = new PlainProcesses(sandbox.root())) {
      for (int i = 0; i < runs; i++) {
        times.add(plain.run(line));
      }
    }
    return times;
  }

  private static long time(Sandbox sandbox, Command command) {
    long start = System.nanoTime();
    sandbox.run(command);
    return System.nanoTime() - start;
  }

  private static Command command(Path folder, Map<String, String> environment, Command.Next next) {
    return new Command(
        NOTHING,
        environment,
        Map.of(),
        true,
        Path.of("/dev/null"),
        folder.resolve("out"),
        folder.resolve("err"),
        LIMITS,
        false,
        false,
        next);
  }
}
