package dev.touchstone.standalone.apibench;

import dev.touchstone.standalone.bench.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param nginx whether the yardstick was there
 * @param memoryMb resident memory of each part at the end, in MB
 * @param goals what was to be reached, as far as it was measured
 */
public record ApiReport(
    int processors,
    int users,
    int exercises,
    boolean nginx,
    List<Row> rows,
    List<Beside> besideSignIns,
    Map<String, Integer> memoryMb,
    List<Goal> goals) {
  /** Copies the collections. */
  public ApiReport {
    rows = List.copyOf(rows);
    besideSignIns = List.copyOf(besideSignIns);
    memoryMb = Map.copyOf(memoryMb);
    goals = List.copyOf(goals);
  }

  /**
   * One kind of request on one way.
   *
   * @param scores judged submissions in the database
   * @param perSecond responses of many clients
   * @param many what these waited, in ms
   * @param one what a single client waited
   * @param cpuMicros processor time of each part for one request of many clients, in µs
   * @param toNginx the same compared with nginx; absent for nginx itself
   */
  public record Row(
      String what,
      String way,
      int scores,
      double perSecond,
      Times many,
      Times one,
      Map<String, Double> cpuMicros,
      Optional<Ratios> toNginx,
      int failed,
      List<String> errors) {
    /** Copies the collections. */
    public Row {
      cpuMicros = Map.copyOf(cpuMicros);
      errors = List.copyOf(errors);
    }

    Row with(Ratios ratios) {
      return new Row(
          what, way, scores, perSecond, many, one, cpuMicros, Optional.of(ratios), failed, errors);
    }

    /** Processor time of what stands between clients and service. */
    double frontMicros() {
      return cpuMicros.getOrDefault("gateway", 0.0) + cpuMicros.getOrDefault("nginx", 0.0);
    }
  }

  /**
   * Of values to those of nginx.
   *
   * @param cpu processor time of what stands between clients and service; 0 without anything there
   */
  public record Ratios(double perSecond, double p50, double p99, double cpu) {}

  /**
   * The list, asked for by one client while others sign in.
   *
   * @param signIns a second, as they were asked for
   * @param reached a second, as they succeeded
   */
  public record Beside(double signIns, double reached, Times signIn, Times list, int failed) {}

  /** A goal: at most, or at least, so much. */
  public record Goal(String what, double value, boolean atMost, double bound) {
    boolean isReached() {
      return atMost ? value <= bound : value >= bound;
    }
  }

  /** Whether every request got its response. */
  public boolean isCorrect() {
    return rows.stream().allMatch(row -> row.failed() == 0)
        && besideSignIns.stream().allMatch(each -> each.failed() == 0);
  }
}
