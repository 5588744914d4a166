package dev.touchstone.standalone.apibench;

import dev.touchstone.standalone.apibench.ApiReport.Beside;
import dev.touchstone.standalone.apibench.ApiReport.Goal;
import dev.touchstone.standalone.apibench.ApiReport.Row;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as a person reads it. */
public final class ApiTable {
  private ApiTable() {}

  /** Prints it. */
  public static void print(PrintStream out, ApiReport report) {
    out.printf(
        "%,d users, %,d exercises, %d processors%s%n",
        report.users(),
        report.exercises(),
        report.processors(),
        report.nginx() ? "" : "; nginx is not installed, so there is nothing to compare with");
    int scores = -1;
    for (Row row : report.rows()) {
      if (row.scores() != scores) {
        scores = row.scores();
        out.printf("%n%,d submissions%n", scores);
        out.printf(
            "  %-32s %-8s %8s %16s %16s  %s%n",
            "", "", "a second", "p50, p99 in ms", "one client", "CPU in µs a request; to nginx");
      }
      line(out, row);
    }
    for (Beside each : report.besideSignIns()) {
      out.printf(
          "%n%s for one client beside %.1f sign-ins a second (p99 %.0f ms): p50 %.1f ms, p99 %.1f ms%n",
          Scenario.LIST, each.reached(), each.signIn().p99(), each.list().p50(), each.list().p99());
    }
    out.printf("%nMemory in MB: %s%n%n", memory(report.memoryMb()));
    for (Goal goal : report.goals()) {
      out.printf(
          "  %-70s %8.2f, %s %.1f: %s%n",
          goal.what(),
          goal.value(),
          goal.atMost() ? "at most" : "at least",
          goal.bound(),
          goal.isReached() ? "reached" : "MISSED");
    }
  }

  private static void line(PrintStream out, Row row) {
    out.printf(
        "  %-32s %-8s %,8.0f %7.1f %8.1f %7.1f %8.1f  %s%s%n",
        row.what(),
        row.way(),
        row.perSecond(),
        row.many().p50(),
        row.many().p99(),
        row.one().p50(),
        row.one().p99(),
        cpu(row.cpuMicros()),
        row.toNginx()
            .map(ratios ->
                "; CPU %.2f, a second %.2f, p50 %.2f, p99 %.2f"
                    .formatted(ratios.cpu(), ratios.perSecond(), ratios.p50(), ratios.p99()))
            .orElse(""));
    if (row.failed() > 0) {
      out.printf("    %,d failed: %s%n", row.failed(), row.errors());
    }
  }

  private static String cpu(Map<String, Double> micros) {
    return new TreeMap<>(micros)
        .entrySet().stream()
            .filter(part -> part.getValue() >= 0.5)
            .map(part -> part.getKey() + " " + Math.round(part.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String memory(Map<String, Integer> megabytes) {
    return new TreeMap<>(megabytes)
        .entrySet().stream()
            .map(part -> part.getKey() + " " + part.getValue())
            .collect(Collectors.joining(", "));
  }
}
