package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the memory of the platform while a class works with it. Its name keeps it out of the
 * test runs: it takes minutes. docs/running.md has its figures and the command that runs it.
 */
class MemoryMeasurement {
  private static final int LEARNERS = 100;
  private static final int ROUNDS = 3;
  private static final int READS = 20;
  private static final int GOAL_MB = 600;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** A class signs in from one address at once. */
  private static final Map<String, String> SETTINGS =
      Map.of("TOUCHSTONE_RATE_REGISTER", "0", "TOUCHSTONE_RATE_LOGIN", "0");

  private final AtomicInteger judged = new AtomicInteger();
  @TempDir private Path folder;

  @Test
  void aClassFitsOntoALaptop() throws Exception {
    try (StandalonePlatform platform =
        StandalonePlatform.startAsShipped(folder.resolve("data"), SETTINGS)) {
      Map<String, Long> processes =
          Map.of("up", platform.running().pid(), "its judge", platform.judge().pid());
      work(platform::probe, processes);
      int most = processes.values().stream().mapToInt(pid -> megabytes(pid, "VmHWM")).sum();
      assertThat(most).isLessThan(GOAL_MB);
    }
  }

  @Test
  void aClassFitsIntoFiveProcesses() throws Exception {
    try (FiveProcesses platform = FiveProcesses.startAsShipped(folder, SETTINGS)) {
      Map<String, Long> processes = new TreeMap<>();
      for (FiveProcesses.Part part : FiveProcesses.Part.values()) {
        processes.put(part.name(), platform.program(part).pid());
      }
      work(platform::probe, processes);
    }
  }

  /** A class works while the memory of the processes is printed. */
  private void work(Supplier<HttpProbe> platform, Map<String, Long> processes)
      throws InterruptedException {
    print(processes, "started");
    Instant start = Instant.now();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> learners = new ArrayList<>();
      for (int i = 0; i < LEARNERS; i++) {
        // One after another: what a password costs would otherwise keep the last one waiting for
        // longer than a request may take.
        Learner learner = Learner.register(platform);
        learners.add(CompletableFuture.runAsync(() -> work(learner), threads));
      }
      CompletableFuture<Void> all =
          CompletableFuture.allOf(learners.toArray(CompletableFuture[]::new))
              .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS);
      while (!all.isDone()) {
        Thread.sleep(PAUSE);
        print(processes, judged + " judged");
      }
      all.join();
    }
    long seconds = Duration.between(start, Instant.now()).toSeconds();
    print(processes, judged + " judged in " + seconds + " s");
    assertThat(judged).hasValue(LEARNERS * ROUNDS);
  }

  /** What a learner's browser asks for, but for the files of the web application. */
  private void work(Learner learner) {
    long exercise = learner.exercise();
    for (int round = 0; round < ROUNDS; round++) {
      for (int read = 0; read < READS; read++) {
        learner.get("/api/v1/exercises?limit=20");
        learner.get("/api/v1/progress");
        learner.get("/api/v1/submissions");
      }
      // Its own text, so that its verdict is not known yet.
      String source = "# " + learner.username() + " " + round + "\nprint(f'Hello, {input()}!')";
      EventReader.follow(learner, learner.submit(exercise, "python3", source));
      judged.incrementAndGet();
    }
  }

  private static void print(Map<String, Long> processes, String moment) {
    System.out.println(moment + ", MB resident now and at most:");
    processes.forEach((name, pid) ->
        System.out.printf("  %s %d %d%n", name, megabytes(pid, "VmRSS"), megabytes(pid, "VmHWM")));
  }

  private static int megabytes(long pid, String field) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(field + ":"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
