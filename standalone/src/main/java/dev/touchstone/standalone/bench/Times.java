package dev.touchstone.standalone.bench;

import java.util.Collection;
import java.util.List;

/** How long something took, in milliseconds. */
public record Times(int count, double p50, double p95, double p99, double most) {
  private static final double NANOS = 1e6;

  /** Of times in nanoseconds. */
  public static Times of(Collection<Long> nanoseconds) {
    List<Long> sorted = nanoseconds.stream().sorted().toList();
    return sorted.isEmpty()
        ? new Times(0, 0, 0, 0, 0)
        : new Times(sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
  }

  private static double at(List<Long> sorted, int percent) {
    int index = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
    return Math.round(sorted.get(index) / NANOS * 10) / 10.0;
  }
}
