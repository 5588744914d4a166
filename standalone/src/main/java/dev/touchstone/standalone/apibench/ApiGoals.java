package dev.touchstone.standalone.apibench;

import dev.touchstone.standalone.apibench.ApiReport.Beside;
import dev.touchstone.standalone.apibench.ApiReport.Goal;
import dev.touchstone.standalone.apibench.ApiReport.Row;
import dev.touchstone.standalone.apibench.Scenario.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the services and the gateway are to reach. */
final class ApiGoals {
  /** A cached response costs no more than nginx that forwards the request. */
  private static final double CACHED = 1;

  private static final double FORWARDED = 3;

  /** In ms, for one client through the gateway. */
  private static final double P99 = 10;

  private static final double SIGN_INS = 30;

  /** From the fewest to the most submissions; more is more than what varies by itself. */
  private static final double FLAT = 1.5;

  private ApiGoals() {}

  static List<Goal> of(List<Row> rows, List<Beside> beside) {
    List<Goal> goals = new ArrayList<>();
    ofCpu(rows, Scenario.CACHED)
        .ifPresent(cpu ->
            goals.add(new Goal("CPU of a cache hit, to nginx that forwards", cpu, true, CACHED)));
    ofCpu(rows, Scenario.FORWARDED)
        .ifPresent(cpu ->
            goals.add(new Goal("CPU of forwarding a request, to nginx", cpu, true, FORWARDED)));
    for (String what : List.of(Scenario.LIST, Scenario.LEADERBOARD)) {
      rows.stream()
          .filter(row -> isLast(rows, row) && row.what().equals(what) && is(row, Way.GATEWAY))
          .findFirst()
          .ifPresent(row ->
              goals.add(new Goal("p99 of " + what + ", one client", row.one().p99(), true, P99)));
    }
    for (Beside each : beside) {
      goals.add(new Goal("sign-ins a second", each.reached(), false, SIGN_INS * 0.98));
      goals.add(new Goal("p99 of " + Scenario.LIST + " beside them", each.list().p99(), true, P99));
    }
    rows.stream()
        .filter(row -> isLast(rows, row) && is(row, Way.GATEWAY))
        .forEach(row ->
            first(rows, row)
                .ifPresent(first ->
                    goals.add(
                        new Goal(
                            "p50 of %s, %,d to %,d submissions"
                                .formatted(row.what(), first.scores(), row.scores()),
                            row.one().p50() / Math.max(0.1, first.one().p50()),
                            true,
                            FLAT))));
    return goals;
  }

  private static Optional<Double> ofCpu(List<Row> rows, String what) {
    return rows.stream()
        .filter(row -> row.what().equals(what) && is(row, Way.GATEWAY))
        .flatMap(row -> row.toNginx().stream())
        .map(ApiReport.Ratios::cpu)
        .findFirst();
  }

  private static boolean is(Row row, Way way) {
    return row.way().equals(ApiBenchmark.name(way));
  }

  private static boolean isLast(List<Row> rows, Row row) {
    return row.scores() == rows.stream().mapToInt(Row::scores).max().orElse(0);
  }

  private static Optional<Row> first(List<Row> rows, Row last) {
    return rows.stream()
        .filter(row ->
            row.what().equals(last.what())
                && row.way().equals(last.way())
                && row.scores() < last.scores())
        .min(Comparator.comparingInt(Row::scores));
  }
}
