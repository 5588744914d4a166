package dev.touchstone.gateway;

import dev.touchstone.platform.http.Health;
import dev.touchstone.platform.http.Readiness;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /ready} reports. The checks run in parallel and at most once a second, however often
 * the path is requested. Thread-safe.
 */
final class ReadinessChecks {
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  /** A check without an answer by then has failed, in seconds. */
  private static final int LONGEST = 3;

  private final List<Readiness> checks;
  private @Nullable CompletableFuture<Health> latest;
  private long begun;

  ReadinessChecks(List<Readiness> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Runs the checks, unless they have just run; does not block. */
  synchronized CompletableFuture<Health> health() {
    CompletableFuture<Health> found = latest;
    if (found == null || (found.isDone() && System.nanoTime() - begun > FRESH_NANOS)) {
      begun = System.nanoTime();
      found = look();
      latest = found;
    }
    return found;
  }

  private CompletableFuture<Health> look() {
    Map<String, CompletableFuture<String>> running = new LinkedHashMap<>();
    checks.forEach(check -> running.put(check.name(), run(check)));
    return CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new))
        .thenApply(all -> {
          Map<String, String> results = new LinkedHashMap<>();
          running.forEach((name, result) -> results.put(name, result.join()));
          return Health.of("gateway", results);
        });
  }

  private static CompletableFuture<String> run(Readiness readiness) {
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("ready-" + readiness.name())
        .start(() -> {
          try {
            readiness.check().run();
            result.complete(Health.UP);
          } catch (Exception e) { // any failure means not ready; the part itself has logged it
            result.complete(Health.DOWN);
          }
        });
    return result.completeOnTimeout(Health.DOWN, LONGEST, TimeUnit.SECONDS);
  }
}
