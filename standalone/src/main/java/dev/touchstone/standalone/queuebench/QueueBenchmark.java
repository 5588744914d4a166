package dev.touchstone.standalone.queuebench;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.ScoresConfiguration;
import dev.touchstone.scores.ScoresService;
import dev.touchstone.standalone.queuebench.QueueReport.Measurement;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures how fast the scores service hands out work and takes results, with many judges that
 * judge in no time. The service is the real one on a real PostgreSQL; the judges speak its protocol
 * over HTTP on the loopback interface.
 */
public final class QueueBenchmark {
  private static final int WARM_UP_WAITING = 20_000;

  /** All judges connect at once at first, which is not measured. */
  private static final Duration LONGEST_RAMP = Duration.ofSeconds(3);

  private static final Duration PROGRESS = Duration.ofSeconds(1);
  private static final String LOOPBACK = "127.0.0.1";

  private final QueueLoad load;
  private final Consumer<String> progress;

  /**
   * Prepares a benchmark.
   *
   * @param progress receives lines that replace each other
   */
  public QueueBenchmark(QueueLoad load, Consumer<String> progress) {
    this.load = load;
    this.progress = progress;
  }

  /**
   * Runs it on a database whose rows it replaces.
   *
   * @param databaseUrl in the form of {@code DATABASE_URL}
   * @param token of 32 characters or more, for judges
   */
  public QueueReport run(String databaseUrl, String token) throws InterruptedException {
    ScoresConfiguration configuration = configuration(databaseUrl, token);
    try (ScoresService service = ScoresService.start(configuration);
        Database database = Database.open(configuration.database(), "db/scores")) {
      QueueData data = new QueueData(database.jdbi(), progress);
      List<SimulatedJudge> judges = judges(service.port(), Secret.of(token));
      if (load.warmUp().isPositive()) {
        data.fill(0, Math.min(load.waiting(), WARM_UP_WAITING));
        work(judges, new JudgeLog(Duration.ZERO, load.warmUp()), "Warming up");
      }
      List<Measurement> measurements = new ArrayList<>();
      for (int finished : load.finished()) {
        data.fill(finished, load.waiting());
        measurements.add(measure(data, judges, finished));
      }
      return report(measurements);
    }
  }

  private List<SimulatedJudge> judges(int port, Secret token) {
    URI scores = URI.create("http://" + LOOPBACK + ":" + port);
    return IntStream.rangeClosed(1, load.judges())
        .mapToObj(number -> new SimulatedJudge("judge-" + number, scores, token, load.tests()))
        .toList();
  }

  private Measurement measure(QueueData data, List<SimulatedJudge> judges, int finished)
      throws InterruptedException {
    Duration tenth = load.time().dividedBy(10);
    JudgeLog log =
        new JudgeLog(tenth.compareTo(LONGEST_RAMP) < 0 ? tenth : LONGEST_RAMP, load.time());
    work(judges, log, "Measuring with %,d finished submissions".formatted(finished));
    return new Measurement(
        finished,
        log.leased(),
        log.leasesPerSecond(),
        log.leaseTimes(),
        log.resultTimes(),
        log.failures(),
        faults(data, log, finished));
  }

  /** Lets all judges work until the time is over or no work is left. */
  private void work(List<SimulatedJudge> judges, JudgeLog log, String what)
      throws InterruptedException {
    List<Thread> working = new ArrayList<>();
    try {
      for (SimulatedJudge judge : judges) {
        working.add(Thread.ofVirtual().start(() -> judge.work(log)));
      }
      int before = 0;
      while (working.stream().anyMatch(Thread::isAlive)) {
        join(working, PROGRESS);
        int now = log.leased();
        progress.accept("%s: %,d leases, %,d in a second".formatted(what, now, now - before));
        before = now;
      }
    } finally {
      log.abort();
      for (Thread judge : working) {
        judge.interrupt();
      }
    }
  }

  /** Waits for the end of all, but not longer than a time. */
  private static void join(List<Thread> working, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (Thread judge : working) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return;
      }
      judge.join(Duration.ofNanos(left));
    }
  }

  /** Compares what judges received with what is stored. */
  private static List<String> faults(QueueData data, JudgeLog log, int finished) {
    List<String> faults = log.faults();
    long judged = data.count("SELECT count(*) FROM scores WHERE status = 'judged'") - finished;
    if (judged != log.finished() || log.leased() != log.finished()) {
      faults.add(
          "%d jobs were leased and %d finished, but %d are stored as judged."
              .formatted(log.leased(), log.finished(), judged));
    }
    long again = data.count("SELECT count(*) FROM scores WHERE tries > 1 OR fencing_token > 1");
    if (again > 0) {
      faults.add(again + " jobs were leased more than once.");
    }
    return faults;
  }

  private QueueReport report(List<Measurement> measurements) {
    Measurement first = measurements.getFirst();
    Measurement last = measurements.getLast();
    return new QueueReport(
        Runtime.getRuntime().availableProcessors(),
        load.judges(),
        load.waiting(),
        load.tests(),
        measurements,
        last.leasesPerSecond() / first.leasesPerSecond(),
        last.lease().p99() / first.lease().p99());
  }

  /**
   * With the defaults of an operator, but on free ports. Judges need no other service. Their leases
   * don't end, since simulated judges send no heartbeats, and on a slow machine a result waits
   * long.
   */
  private static ScoresConfiguration configuration(String databaseUrl, String token) {
    String nowhere = "http://" + LOOPBACK + ":1";
    Environment environment =
        Environment.of(
            Map.of(
                "TOUCHSTONE_HOST", LOOPBACK,
                "TOUCHSTONE_PORT", "0",
                "TOUCHSTONE_ADMIN_PORT", "0",
                "DATABASE_URL", databaseUrl,
                "TOUCHSTONE_USER_MANAGEMENT_URL", nowhere,
                "TOUCHSTONE_EXERCISES_URL", nowhere,
                "TOUCHSTONE_INTERNAL_TOKEN", token,
                "TOUCHSTONE_JUDGE_TOKEN", token,
                "TOUCHSTONE_LEASE", "1h"));
    ScoresConfiguration configuration = ScoresConfiguration.from(environment);
    environment.finish();
    return configuration;
  }
}
