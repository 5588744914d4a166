package dev.touchstone.standalone.queuebench;

import java.time.Duration;
import java.util.List;

/**
 * The size of a benchmark.
 *
 * @param judges how many take work at the same time
 * @param waiting jobs in the queue when a measurement begins
 * @param finished judged submissions in the database, one measurement for each number
 * @param tests in each result that a judge reports
 * @param warmUp how long judges work before the first measurement
 * @param time how long a measurement takes; it ends earlier when no job is left
 */
public record QueueLoad(
    int judges, int waiting, List<Integer> finished, int tests, Duration warmUp, Duration time) {
  /** Copies the list. */
  public QueueLoad {
    finished = List.copyOf(finished);
  }
}
