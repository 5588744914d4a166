package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a box's thread has, its network and its control group, is no other thread's. */
class MessengerTest {
  private static final RunLimits LIMITS =
      new RunLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(20), 256L << 20, 8, 1L << 20, 1L << 20);

  /** Like namespaces and control groups: a thread has its maker's. */
  private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

  @TempDir private Path folder;

  @Test
  void theThreadOfTheMessagesIsNotMadeBySenders() throws Exception {
    try (Messenger messenger = new Messenger()) {
      for (int sender = 0; sender < 3; sender++) {
        CompletableFuture<List<String>> seen = new CompletableFuture<>();
        Thread box =
            Thread.ofPlatform()
                .start(() -> {
                  INHERITED.set("of a box");
                  messenger.send(() ->
                      seen.complete(
                          List.of(
                              Thread.currentThread().getName(), String.valueOf(INHERITED.get()))));
                });
        box.join();
        assertThat(seen.get()).containsExactly("sandbox-messenger", "null");
      }
    }
  }

  @Test
  void onlyTheThreadsOfBoxesAreInTheirNetworksAndControlGroups() throws Exception {
    int boxes = 4;
    try (Sandbox sandbox = Sandbox.start(boxes);
        ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Execution>> runs = new ArrayList<>();
      for (int run = 0; run < 10 * boxes; run++) {
        Path own = Files.createDirectory(folder.resolve("run-" + run));
        // Who waits is woken, and wakes others, when a box has its result.
        runs.add(
            virtual.submit(() ->
                CompletableFuture.supplyAsync(
                        () -> sandbox.run(Commands.of(List.of("/bin/true"), own, LIMITS)), virtual)
                    .get()));
      }
      for (Future<Execution> run : runs) {
        assertThat(run.get().exitCode()).isZero();
      }
      assertThat(strangers()).isEmpty();
    }
  }

  /** Threads of this process that are where the first one is not, without those of boxes. */
  private static Set<String> strangers() throws IOException {
    String usual = place(Path.of("/proc/self"));
    Set<String> found = new TreeSet<>();
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      for (Path thread : threads.toList()) {
        try {
          String name = Files.readString(thread.resolve("comm")).strip();
          if (!name.startsWith("box-") && !place(thread).equals(usual)) {
            found.add(name);
          }
        } catch (IOException e) {
          // The thread has ended.
        }
      }
    }
    return found;
  }

  private static String place(Path thread) throws IOException {
    return Files.readSymbolicLink(thread.resolve("ns/net"))
        + " "
        + Files.readString(thread.resolve("cgroup"));
  }
}
