package dev.touchstone.judge.worker;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A judge: some workers, and an HTTP server for health and metrics. Stateless except for its cache.
 */
public final class JudgeService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JudgeService.class);
  private static final String NAME = "judge";

  /** How long a submission in progress may take to end when the judge stops. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final Sandbox sandbox;
  private final ServiceServer server;
  private final List<Worker> workers;
  private final List<Thread> threads;

  private JudgeService(
      Sandbox sandbox, ServiceServer server, List<Worker> workers, List<Thread> threads) {
    this.sandbox = sandbox;
    this.server = server;
    this.workers = workers;
    this.threads = threads;
  }

  /**
   * Starts to judge.
   *
   * @throws ConfigurationException if untrusted code can't be run safely here, or the cache can't
   *     be written
   */
  public static JudgeService start(JudgeConfiguration configuration) {
    Languages languages = Languages.detect();
    Sandbox sandbox;
    try {
      int boxes = configuration.workers() * Judge.BOXES;
      sandbox = Sandbox.start(boxes + Judge.SPARE, boxes);
    } catch (SandboxException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
    try {
      if (!configuration.acceptsWeakSandbox()) {
        requireStrong(sandbox);
      }
      return start(configuration, sandbox, languages);
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    } catch (IOException e) {
      sandbox.close();
      throw new ConfigurationException(
          "The folder " + configuration.dataFolder() + " can't be written.");
    }
  }

  private static void requireStrong(Sandbox sandbox) {
    if (!sandbox.risks().isEmpty()) {
      throw new ConfigurationException(
          sandbox.risks().stream()
              .map(risk ->
                  "Submissions may harm this machine. It has no "
                      + risk.name()
                      + ": "
                      + risk.detail()
                      + ". To judge all the same, start `up` with --accept-weak-sandbox, or set "
                      + JudgeConfiguration.ACCEPT_WEAK_SANDBOX
                      + "=true.")
              .toList());
    }
  }

  private static JudgeService start(
      JudgeConfiguration configuration, Sandbox sandbox, Languages languages) throws IOException {
    sandbox
        .protections()
        .forEach(p -> log.info("{}: {} ({})", p.name(), p.active() ? "yes" : "NO", p.detail()));
    log.info("Languages: {}", languages.installed());
    if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
      log.warn("The locale is not UTF-8: sources with names that it can't write end as CE");
    }
    Metrics metrics = Metrics.of(NAME);
    LeaseClient leases =
        new LeaseClient(
            configuration.scores(),
            configuration.judgeToken(),
            hostName() + "-" + ProcessHandle.current().pid(),
            LeaseClient.Timeouts.DEFAULT);
    PackageCache packages =
        new PackageCache(
            new ServiceClient(configuration.exercises(), configuration.judgeToken()),
            configuration.dataFolder(),
            PackageCache.MOST_BYTES,
            configuration.limits());
    packages.bindTo(metrics.registry());
    Judge judge = new Judge(sandbox, languages, Judge.SPARE);
    judge.warmUpLater();
    ServiceServer server =
        ServiceServer.start(
            NAME,
            configuration.address(),
            metrics,
            Tracing.off(), // decision 35: scores makes the judge's spans
            readiness(sandbox, languages),
            List.of());
    LeaseJudge work = new LeaseJudge(packages, judge, languages);
    JudgeMetrics judgeMetrics = new JudgeMetrics(metrics.registry());
    List<Worker> workers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < configuration.workers(); i++) {
      Worker worker =
          new Worker(leases, work, languages.installed(), configuration.kinds(), judgeMetrics);
      workers.add(worker);
      threads.add(Thread.ofVirtual().name("judge-" + i).start(worker));
    }
    return new JudgeService(sandbox, server, workers, threads);
  }

  /** The main port in use. */
  public int port() {
    return server.port();
  }

  /** The admin port in use. */
  public int adminPort() {
    return server.adminPort();
  }

  @Override
  public void close() {
    workers.forEach(Worker::stop);
    threads.forEach(Thread::interrupt);
    threads.forEach(JudgeService::join);
    server.close();
    sandbox.close();
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(STOP_TIMEOUT)) {
        log.warn("{} does not stop; its lease will expire", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What the judge needs; and, though none is down, which protections are weaker than they could
   * be.
   */
  private static List<Readiness> readiness(Sandbox sandbox, Languages languages) {
    List<Readiness> checks = new ArrayList<>();
    checks.add(new Readiness("languages", () -> requireLanguages(languages)));
    sandbox.protections().stream()
        .filter(protection -> !protection.active())
        .map(protection -> new Readiness("without " + protection.name(), () -> {}))
        .forEach(checks::add);
    return checks;
  }

  private static void requireLanguages(Languages languages) {
    if (languages.installed().isEmpty()) {
      throw new IllegalStateException("no language is installed");
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "judge";
    }
  }
}
