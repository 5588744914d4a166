package dev.touchstone.standalone;

import dev.touchstone.platform.http.Json;
import dev.touchstone.standalone.bench.Accounts;
import dev.touchstone.standalone.bench.ProcessFigures;
import dev.touchstone.standalone.bench.RunningPlatform;
import dev.touchstone.standalone.bench.Times;
import dev.touchstone.standalone.classbench.ClassBenchmark;
import dev.touchstone.standalone.classbench.ClassLoad;
import dev.touchstone.standalone.classbench.ClassReport;
import dev.touchstone.standalone.classbench.Solutions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench class}: a class at work on a platform of its own. */
@Command(
    name = "class",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Starts a platform, and lets simulated learners sign in, read, run, submit and",
      "follow their results through its gateway. The machine should do nothing else.",
      "Everything is deleted afterwards."
    },
    footer = {"", "Exit status: 1 if anything failed, or a submission was lost or judged twice."})
final class ClassBenchCommand implements Callable<Integer> {
  /** All sign in from this machine. */
  private static final Map<String, String> SETTINGS =
      Map.of("TOUCHSTONE_RATE_LOGIN", "0", "TOUCHSTONE_RATE_ADDRESS", "0");

  private static final int MOST_LEARNERS = 20_000;

  /** What docs/running.md promises for services and judge together, in MB. */
  private static final int MEMORY_BOUND = 600;

  private static final double MILLIS = 1000;

  @Option(
      names = "--learners",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many there are. Default: ${DEFAULT-VALUE}.")
  private int learners;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "600",
      description = "For how long they begin new exercises. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--pause",
      paramLabel = "N",
      description =
          "About how many seconds a learner thinks between exercises. Default: half of --seconds.")
  private int pause;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "${sys:java.io.tmpdir}",
      description = "Where to make the folder for the data. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    OptionCheck options = new OptionCheck(spec);
    options.require(
        learners >= 1 && learners <= MOST_LEARNERS,
        "--learners is not between 1 and " + MOST_LEARNERS);
    options.require(seconds >= 1, "--seconds is less than 1");
    options.require(pause >= 0, "--pause is less than 0");
    options.requireWritable("--folder", folder);
    ProgressLine progress = new ProgressLine(System.err);
    try (BenchFolder own = BenchFolder.in(folder, "touchstone-bench-class")) {
      progress.show("Starting a platform");
      try (RunningPlatform platform = own.start(SETTINGS)) {
        progress.show("Making accounts");
        try (Connection database = platform.connect("auth")) {
          Accounts.make(platform.address(), database, learners);
        }
        ClassReport report = measure(platform, progress);
        progress.clear();
        print(System.out, report);
        return report.isCorrect() ? 0 : 1;
      }
    } finally {
      progress.clear();
    }
  }

  private ClassReport measure(RunningPlatform platform, ProgressLine progress)
      throws InterruptedException {
    Path home = Path.of(System.getProperty("touchstone.home", "."));
    ClassLoad load =
        new ClassLoad(
            platform.address(),
            learners,
            Duration.ofSeconds(seconds),
            Duration.ofMillis(pause > 0 ? pause * 1000L : seconds * 500L),
            Solutions.in(home.resolve("exercises/starter")),
            false);
    ClassLoad.Account account = new ClassLoad.Account(Accounts::username, Accounts.PASSWORD);
    Map<String, List<ProcessHandle>> parts = new TreeMap<>();
    parts.put("services", List.of(platform.services()));
    parts.put("judge", List.of(platform.judge()));
    parts.put("postgresql", platform.database());
    Map<String, ProcessFigures> before = new TreeMap<>();
    parts.forEach((name, processes) -> before.put(name, ProcessFigures.of(processes)));
    ClassReport report = new ClassBenchmark(load, account, progress::show).run();
    parts.put("postgresql", platform.database()); // connections come and go
    return report.with(
        parts.entrySet().stream()
            .map(part -> {
              ProcessFigures now = ProcessFigures.of(part.getValue());
              ProcessFigures then = before.getOrDefault(part.getKey(), now);
              int most =
                  part.getValue().size() == 1
                      ? ProcessFigures.mostMemoryMb(part.getValue().getFirst())
                      : now.memoryMb();
              return new ClassReport.Usage(
                  part.getKey(), (now.cpuMillis() - then.cpuMillis()) / MILLIS, most);
            })
            .toList());
  }

  private void print(PrintStream out, ClassReport report) {
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(report));
      return;
    }
    out.printf(
        "%,d learners, %d s, %d processors: %,d submissions, %,d judged, %,d runs, %d errors%n",
        report.learners(),
        report.seconds(),
        report.processors(),
        report.submitted(),
        report.judged(),
        report.runs(),
        report.errorCount());
    out.printf("  %-18s %8s %9s %9s %9s%n", "ms", "number", "p50", "p95", "p99");
    new TreeMap<>(report.times()).forEach((what, times) -> line(out, what, times));
    line(out, "mean of a learner", report.fairness());
    report
        .processes()
        .forEach(part ->
            out.printf(
                "  %-18s %,9.1f s of processor time, %,d MB at most%n",
                part.name(), part.cpuSeconds(), part.mostMemoryMb()));
    int memory =
        report.processes().stream()
            .filter(part -> !part.name().equals("postgresql"))
            .mapToInt(ClassReport.Usage::mostMemoryMb)
            .sum();
    out.printf("  services and judge: %d MB of at most %d%n", memory, MEMORY_BOUND);
    report.errors().forEach(error -> out.println("  wrong: " + error));
  }

  private static void line(PrintStream out, String what, Times times) {
    out.printf(
        "  %-18s %8d %9.0f %9.0f %9.0f%n",
        what, times.count(), times.p50(), times.p95(), times.p99());
  }
}
