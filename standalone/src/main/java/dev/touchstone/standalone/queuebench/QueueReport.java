package dev.touchstone.standalone.queuebench;

import java.util.List;

/**
 * What was measured.
 *
 * @param leasesRatio leases a second in the last measurement over those in the first
 * @param p99Ratio the same of the time that 99 of 100 leases took at most
 */
public record QueueReport(
    int processors,
    int judges,
    int waiting,
    int testsPerResult,
    List<Measurement> measurements,
    double leasesRatio,
    double p99Ratio) {
  /** Copies the list. */
  public QueueReport {
    measurements = List.copyOf(measurements);
  }

  /** How long calls took, in milliseconds. */
  public record Times(double median, double p99) {
    /** Of times in nanoseconds. */
    static Times of(List<Long> nanoseconds) {
      List<Long> sorted = nanoseconds.stream().sorted().toList();
      return sorted.isEmpty()
          ? new Times(0, 0)
          : new Times(
              sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6);
    }
  }

  /**
   * One measurement. All counts but {@code finished} are of the whole measurement; the rate and the
   * times leave out its first seconds, in which all judges connect at once.
   *
   * @param finished judged submissions in the database when it began
   * @param refused calls that failed and were repeated
   * @param faults jobs that were lost, leased twice, or finished twice or without a lease
   */
  public record Measurement(
      int finished,
      int leased,
      double leasesPerSecond,
      Times lease,
      Times result,
      int refused,
      List<String> faults) {
    /** Copies the list. */
    public Measurement {
      faults = List.copyOf(faults);
    }
  }

  /** Whether every job was leased and finished exactly once. */
  public boolean isCorrect() {
    return measurements.stream().allMatch(measurement -> measurement.faults().isEmpty());
  }
}
