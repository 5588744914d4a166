package dev.touchstone.standalone.classbench;

import dev.touchstone.standalone.bench.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What all learners of a class saw. Thread-safe. */
final class ClassLog {
  /** As many as a person reads; the rest is counted. */
  private static final int SHOWN_ERRORS = 20;

  private final Map<String, Queue<Long>> times = new ConcurrentHashMap<>();
  private final Map<Integer, Queue<Long>> waits = new ConcurrentHashMap<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final AtomicInteger errorCount = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger submitted = new AtomicInteger();
  private final AtomicInteger judged = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();

  /** Something took so long. */
  void took(String what, long nanoseconds) {
    times.computeIfAbsent(what, _ -> new ConcurrentLinkedQueue<>()).add(nanoseconds);
  }

  void error(String error) {
    if (errorCount.incrementAndGet() <= SHOWN_ERRORS) {
      errors.add(error);
    }
  }

  /** A request got no response, or 503, and is sent again. */
  void repeated() {
    repeated.incrementAndGet();
  }

  void submitted() {
    submitted.incrementAndGet();
  }

  /** A learner's submission got its verdict after so long. */
  void judged(int learner, long nanoseconds) {
    judged.incrementAndGet();
    took("verdict", nanoseconds);
    waits.computeIfAbsent(learner, _ -> new ConcurrentLinkedQueue<>()).add(nanoseconds);
  }

  void ran(long nanoseconds) {
    runs.incrementAndGet();
    took("run", nanoseconds);
  }

  String progress() {
    return "%d submitted, %d judged, %d runs, %d errors"
        .formatted(submitted.get(), judged.get(), runs.get(), errorCount.get());
  }

  /** The report, without what processes used. */
  ClassReport report(ClassLoad load, double seconds) {
    Map<String, Times> all = new TreeMap<>();
    times.forEach((what, each) -> all.put(what, Times.of(each)));
    List<Long> means = waits.values().stream().map(ClassLog::mean).toList();
    return new ClassReport(
        Runtime.getRuntime().availableProcessors(),
        load.learners(),
        Math.round(seconds),
        submitted.get(),
        judged.get(),
        runs.get(),
        repeated.get(),
        errorCount.get(),
        new ArrayList<>(errors),
        all,
        Times.of(means),
        waits.size(),
        List.of());
  }

  private static long mean(Collection<Long> values) {
    return (long) values.stream().mapToLong(Long::longValue).average().orElse(0);
  }
}
