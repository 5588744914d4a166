package dev.touchstone.standalone;

import dev.touchstone.platform.files.Deletion;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.standalone.queuebench.QueueBenchmark;
import dev.touchstone.standalone.queuebench.QueueLoad;
import dev.touchstone.standalone.queuebench.QueueReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench queue}: measures the queue on the machine that it runs on. */
@Command(
    name = "queue",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Measures how many jobs a second judges get and finish: with the real scores",
      "service and its PostgreSQL, and judges that take no time to judge. It takes",
      "some minutes, in which the machine should do nothing else. Everything is",
      "deleted afterwards; Ctrl-C ends it earlier."
    },
    footer = {"", "Exit status: 1 if a job was lost, or leased or finished more than once."})
final class QueueBenchCommand implements Callable<Integer> {
  private static final String DATABASE = "scores";
  private static final int INTERRUPTED = 130;

  /** Each judge has a connection of its own, and so has the service. */
  private static final int MOST_JUDGES = 10_000;

  private static final int MOST_TESTS = 1000;
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** How long Ctrl-C waits for everything to be stopped and deleted. */
  private static final Duration CLEANING = Duration.ofSeconds(60);

  @Option(
      names = "--judges",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Judges that take work at the same time. Default: ${DEFAULT-VALUE}.")
  private int judges;

  @Option(
      names = "--waiting",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Jobs in the queue when a measurement begins. Default: ${DEFAULT-VALUE}.")
  private int waiting;

  @Option(
      names = "--finished",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,1000000",
      description =
          "Judged submissions in the database; a measurement for each number. Default: ${DEFAULT-VALUE}.")
  private List<Integer> finished;

  @Option(
      names = "--tests",
      paramLabel = "N",
      defaultValue = "10",
      description = "Tests in each result. Default: ${DEFAULT-VALUE}.")
  private int tests;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long each measurement takes. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "${sys:java.io.tmpdir}",
      description =
          "Where to make the folder for the database, 3 GB by default. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final CountDownLatch cleaned = new CountDownLatch(1);
  private volatile boolean stopping;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Path own = Files.createTempDirectory(folder, "touchstone-bench-queue");
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main), "shutdown"));
    ProgressLine progress = new ProgressLine(System.err);
    try {
      QueueReport report = run(own, progress);
      progress.clear();
      print(System.out, report);
      return report.isCorrect() ? 0 : 1;
    } catch (InterruptedException e) {
      return INTERRUPTED;
    } catch (
        JdbiException e) { // Ctrl-C also reaches the database, where a statement may be running
      if (stopping) {
        return INTERRUPTED;
      }
      throw e;
    } finally {
      progress.clear();
      Deletion.delete(own);
      cleaned.countDown();
    }
  }

  private void checkOptions() {
    OptionCheck options = new OptionCheck(spec);
    options.require(
        judges >= 1 && judges <= MOST_JUDGES, "--judges is not between 1 and " + MOST_JUDGES);
    options.require(waiting >= 1, "--waiting is less than 1");
    options.require(finished.stream().allMatch(number -> number >= 0), "--finished is less than 0");
    options.require(
        tests >= 0 && tests <= MOST_TESTS, "--tests is not between 0 and " + MOST_TESTS);
    options.require(seconds >= 1, "--seconds is less than 1");
    options.requireWritable("--folder", folder);
  }

  private QueueReport run(Path own, ProgressLine progress) throws InterruptedException {
    try (DataFolder data = DataFolder.open(own);
        FreePorts ports = new FreePorts()) {
      LogFile.begin(data.folder("logs"));
      Logging.start();
      EmbeddedDatabase.Settings settings =
          EmbeddedDatabase.Settings.in(data, ports.next(), List.of(DATABASE));
      progress.show("Starting PostgreSQL");
      try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
        QueueLoad load =
            new QueueLoad(judges, waiting, finished, tests, WARM_UP, Duration.ofSeconds(seconds));
        return new QueueBenchmark(load, progress::show)
            .run(settings.url(DATABASE), settings.secrets().obtain("judge-token"));
      }
    }
  }

  /** On Ctrl-C: the main thread stops and deletes everything, and this process waits for it. */
  private void stop(Thread main) {
    stopping = true;
    main.interrupt();
    try {
      boolean _ = cleaned.await(CLEANING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(PrintStream out, QueueReport report) {
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(report));
      return;
    }
    out.printf(
        "%,d judges, %,d jobs waiting, %d tests a result, %d processors:%n",
        report.judges(), report.waiting(), report.testsPerResult(), report.processors());
    for (QueueReport.Measurement each : report.measurements()) {
      out.printf(
          "  %,9d finished: %,7.0f leases a second; lease median %.0f ms, p99 %.0f ms; result median %.0f ms, p99 %.0f ms; %d calls repeated%n",
          each.finished(),
          each.leasesPerSecond(),
          each.lease().median(),
          each.lease().p99(),
          each.result().median(),
          each.result().p99(),
          each.refused());
      each.faults().forEach(fault -> out.println("    wrong: " + fault));
    }
    out.printf(
        "  last to first: leases a second %.2f, p99 %.2f%n",
        report.leasesRatio(), report.p99Ratio());
  }
}
