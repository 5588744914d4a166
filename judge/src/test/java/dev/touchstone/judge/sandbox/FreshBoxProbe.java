package dev.touchstone.judge.sandbox;

import dev.touchstone.testing.Await;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds what two runs of one box have in common, from inside. */
final class FreshBoxProbe {
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(20), Duration.ofSeconds(60), 64L << 20, 16, 1 << 20, 1 << 20);

  /** All kinds but time: programs can't change the clocks of that one. */
  private static final List<String> KINDS =
      List.of("cgroup", "ipc", "mnt", "net", "pid", "user", "uts");

  private static final String NAMESPACES =
      "for kind in " + String.join(" ", KINDS) + "; do readlink /proc/self/ns/$kind; done";

  private final Sandbox sandbox;
  private final Path folder;

  /** Open files of namespaces, which keep them. */
  private final List<FileInputStream> kept = new ArrayList<>();

  FreshBoxProbe(Sandbox sandbox, Path folder) {
    this.sandbox = sandbox;
    this.folder = folder;
  }

  /** Prints what is wrong, and {@code done}. */
  public static void main(String[] arguments) throws Exception {
    try (Sandbox sandbox = Sandbox.start(1)) {
      new FreshBoxProbe(sandbox, Files.createTempDirectory("fresh"))
          .complaints()
          .forEach(complaint -> System.out.println("WRONG: " + complaint));
    }
    System.out.println("done");
  }

  List<String> complaints() throws Exception {
    List<String> complaints = new ArrayList<>();
    List<String> first = namespacesKeptAlive();
    List<String> second = run(true, "second", NAMESPACES);
    for (int i = 0; i < KINDS.size(); i++) {
      if (first.get(i).equals(second.get(i))) {
        complaints.add("two runs have the namespace " + first.get(i));
      }
    }
    String names =
        "readlink /proc/self/fd/0 /proc/self/fd/1 /proc/self/fd/2; cat /proc/self/cgroup";
    List<String> seen = run(true, "secret-7", names);
    for (int i = 0; i < 3; i++) { // the first is started when it is requested, the others ahead
      List<String> next = run(true, "secret-8" + i, names);
      if (!next.equals(seen)) {
        complaints.add("a run sees " + seen + ", a later one " + next);
      }
    }
    List<String> own = run(false, "own-run", names);
    if (!withoutNumbers(own).equals(withoutNumbers(seen))) {
      complaints.add("a test sees " + seen + ", a run on own input " + own);
    }
    return complaints;
  }

  private static String withoutNumbers(List<String> lines) {
    return lines.toString().replaceAll("run-\\d+", "run-N");
  }

  /** The namespaces of a run. They outlive it, so that no later one can have their numbers. */
  private List<String> namespacesKeptAlive() throws Exception {
    CompletableFuture<List<String>> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            result.complete(run(true, "first", NAMESPACES + "; sleep 5"));
          } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    Await.until("the first run to sleep", () -> sleeper().isPresent());
    Path namespaces = Path.of("/proc", sleeper().orElseThrow(), "ns");
    for (String kind : KINDS) {
      kept.add(new FileInputStream(namespaces.resolve(kind).toFile()));
    }
    return result.get();
  }

  private static Optional<String> sleeper() {
    return ProcessHandle.current()
        .descendants()
        .map(process -> Long.toString(process.pid()))
        .filter(process -> {
          try {
            return Files.readString(Path.of("/proc", process, "comm")).equals("sleep\n");
          } catch (IOException e) {
            return false; // it has just ended
          }
        })
        .findFirst();
  }

  List<String> run(boolean hidden, String name, String script) throws IOException {
    Path output = folder.resolve(name);
    sandbox.run(
        new Command(
            List.of("/bin/sh", "-c", script),
            Map.of("PATH", "/usr/bin:/bin"),
            Map.of(),
            true,
            Path.of("/dev/null"),
            output,
            folder.resolve(name + ".err"),
            LIMITS,
            false,
            hidden,
            Command.Next.SAME));
    return Files.readAllLines(output);
  }
}
