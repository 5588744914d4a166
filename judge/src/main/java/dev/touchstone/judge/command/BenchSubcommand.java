package dev.touchstone.judge.command;

import dev.touchstone.platform.http.Json;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench judge}: measures the judge on the machine that it runs on. */
@Command(
    name = "bench",
    description = {
      "Measures the judge on this machine: the cost of a run compared with a bare process and with",
      "bubblewrap, the time to a verdict, submissions per minute, and how much CPU time varies."
    },
    mixinStandardHelpOptions = true)
final class BenchSubcommand implements Callable<Integer> {
  /** What can be measured. */
  enum Target {
    judge
  }

  @Parameters(index = "0", paramLabel = "judge", description = "What to measure.")
  private Target target;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Benchmark.Report report =
        switch (target) {
          case judge -> new Benchmark().run();
        };
    if (json) {
      System.out.println(Json.MAPPER.writeValueAsString(report));
    } else {
      print(System.out, report);
    }
    return 0;
  }

  private static void print(PrintStream out, Benchmark.Report report) {
    out.printf("Per run, %d of each, ms:%n", report.runs());
    line(out, "bare process", report.process());
    line(out, "bwrap --unshare-all", report.bubblewrap());
    line(out, "box", report.box());
    line(out, "box, unexpected", report.unexpected());
    out.printf(
        "  box / bwrap --unshare-all: %.2f by medians, %.2f by the least%n",
        report.boxToBubblewrap(), report.leastBoxToBubblewrap());
    out.println("Time to verdict, ms:");
    report.verdicts().forEach((name, spread) -> line(out, name, spread));
    out.println("Time to verdict where no tests run side by side, ms:");
    report.verdictsAlone().forEach((name, spread) -> line(out, name, spread));
    line(out, "bare start of Python", report.pythonStart());
    out.printf(
        "  ten tests in Python / ten bare starts: %.2f side by side, %.2f one at a time%n",
        report.pythonToStarts(), report.pythonAloneToStarts());
    out.println("Ten tests in C that compute, ms:");
    line(out, "side by side", report.sideBySide().beside());
    line(out, "one at a time", report.sideBySide().alone());
    out.printf(
        "  CPU time of a test: %.0f ms side by side, %.0f ms one at a time, %+.1f %%%n",
        report.sideBySide().cpuBesideMs(),
        report.sideBySide().cpuAloneMs(),
        100 * report.sideBySide().cpuDifference());
    out.printf(
        "Submissions per minute on %d processors: %.0f%n",
        report.processors(), report.submissionsPerMinute());
    out.printf(
        "CPU time of %d runs, the other processors busy: %.1f ms, varies by %.2f %%%n",
        report.repetitions(), report.cpuMs(), 100 * report.cpuVariation());
  }

  private static void line(PrintStream out, String name, Benchmark.Spread spread) {
    out.printf(
        "  %-22s least %8.2f   median %8.2f   p95 %8.2f%n",
        name, spread.least(), spread.median(), spread.p95());
  }
}
