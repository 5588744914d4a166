package dev.touchstone.standalone.apibench;

import java.time.Duration;
import java.util.List;

/**
 * The size of a benchmark.
 *
 * @param users accounts, {@code bench-1} and so on
 * @param exercises published exercises
 * @param scores judged submissions in the database, one round of measurements for each number
 * @param time how long each measurement takes
 * @param connections that clients use at the same time, where many are measured
 * @param only the kinds of requests whose names contain this
 */
public record ApiLoad(
    int users, int exercises, List<Integer> scores, Duration time, int connections, String only) {
  /** Copies the list. */
  public ApiLoad {
    scores = List.copyOf(scores);
  }
}
