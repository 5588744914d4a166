package dev.touchstone.judge.worker;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.LearnersView;
import dev.touchstone.judge.verdict.Run;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judge.verdict.Submission;
import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import dev.touchstone.platform.http.Outage;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one piece of work after the other until it is told to stop. Whatever goes wrong with one
 * piece, the next is taken.
 */
final class Worker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /** How long to wait for work in one call. */
  private static final long WAIT_MS = 20_000;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final LeaseClient leases;
  private final PackageCache packages;
  private final Judge judge;
  private final Languages languages;
  private final JudgeMetrics metrics;
  private final Outage outage = new Outage(log, "Work");
  private volatile boolean stopping;

  Worker(
      LeaseClient leases,
      PackageCache packages,
      Judge judge,
      Languages languages,
      JudgeMetrics metrics) {
    this.leases = leases;
    this.packages = packages;
    this.judge = judge;
    this.languages = languages;
    this.metrics = metrics;
  }

  /** Takes no more work; the thread that runs this should be interrupted, too. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        Optional<Lease> lease = leases.acquire(languages.installed(), WAIT_MS);
        outage.over();
        lease.ifPresent(this::work);
      } catch (RuntimeException | Error e) { // the service is away or restarts; memory is short
        if (!stopping) {
          outage.because(e);
          pause();
        }
      }
    }
  }

  private void work(Lease lease) {
    long start = System.nanoTime();
    try (Heartbeat heartbeat = Heartbeat.start(leases, lease)) {
      LeaseClient.Result result = result(lease);
      if (stopping && result.verdict().equals(Verdict.JE.name())) {
        leases.release(lease, "The judge is stopping.");
        return;
      }
      finish(lease, result, heartbeat);
      metrics.judged(result.verdict(), lease.kind(), System.nanoTime() - start);
    } catch (ServiceClient.Unavailable e) { // the exercise can't be fetched; no fault of its own
      log.warn("Lease {} is given back: {}", lease.leaseId(), e.getMessage());
      giveBack(lease);
      pause();
    } catch (LeaseLost e) {
      log.warn("Lease {} was lost; its result is dropped", lease.leaseId());
    }
  }

  private void giveBack(Lease lease) {
    try {
      leases.release(lease, "The exercises service is away.");
    } catch (LeaseLost | RuntimeException e) { // then it expires
      log.warn("Lease {} can't be given back", lease.leaseId(), e);
    }
  }

  /** A result is work done: it is offered until it is taken or the lease is lost. */
  private void finish(Lease lease, LeaseClient.Result result, Heartbeat heartbeat)
      throws LeaseLost {
    while (true) {
      try {
        leases.finish(lease, result);
        return;
      } catch (ServiceClient.Unavailable e) {
        if (stopping || heartbeat.isLost()) {
          throw new LeaseLost();
        }
        log.warn("The result of lease {} can't be delivered; trying on", lease.leaseId());
        pause();
      }
    }
  }

  private LeaseClient.Result result(Lease lease) {
    try {
      Optional<Language> language = languages.find(lease.language());
      if (language.isEmpty()) {
        return failed(lease, "The language " + lease.language() + " is not installed.");
      }
      Submission submission = new Submission(language.get(), files(lease, language.get()));
      try (PackageCache.Use use = packages.open(lease.exerciseId(), lease.exerciseRevision())) {
        return lease.input() == null
            ? judged(lease, use.problem(), submission)
            : ran(lease, use.problem(), submission, lease.input());
      }
    } catch (ServiceClient.Unavailable e) {
      throw e;
    } catch (IOException | PackageException | RuntimeException | Error e) {
      // An error, too: whatever a submission did, the worker goes on with the next.
      log.error("Lease {} failed", lease.leaseId(), e);
      return failed(lease, String.valueOf(e.getMessage()));
    }
  }

  private LeaseClient.Result judged(Lease lease, ProblemPackage problem, Submission submission) {
    LearnersView view = new LearnersView(problem, new Reporter(leases, lease));
    Scope scope = lease.isRun() ? Scope.SAMPLES : Scope.DECIDING;
    Judgement judgement = view.of(judge.judge(problem, submission, scope, view));
    return new LeaseClient.Result(
        lease.fencingToken(),
        judgement.verdict().name(),
        judgement.points(),
        judgement.maxPoints(),
        judgement.cpuMs(),
        judgement.wallMs(),
        judgement.memoryKib(),
        judgement.compileOutput(),
        judgement.message().isEmpty() ? null : judgement.message(),
        judgement.tests(),
        null);
  }

  private LeaseClient.Result ran(
      Lease lease, ProblemPackage problem, Submission submission, String input)
      throws IOException, SandboxException {
    Run run = judge.run(problem, submission, input.getBytes(StandardCharsets.UTF_8));
    LeaseClient.@Nullable Output output =
        run.verdict() == Verdict.CE
            ? null
            : new LeaseClient.Output(
                run.stdout(),
                run.stderr(),
                run.exitCode(),
                run.signal(),
                run.timeMs(),
                run.memoryKib(),
                run.truncated());
    return new LeaseClient.Result(
        lease.fencingToken(),
        run.verdict().name(),
        0,
        0,
        run.timeMs(),
        run.wallMs(),
        run.memoryKib(),
        run.compileOutput(),
        null,
        List.of(),
        output);
  }

  private static LeaseClient.Result failed(Lease lease, String message) {
    return new LeaseClient.Result(
        lease.fencingToken(), Verdict.JE.name(), 0, 0, 0, 0, 0, "", message, List.of(), null);
  }

  /** A file without an extension, as of a learner who sent nothing but text, is the main file. */
  private static List<Submission.SourceFile> files(Lease lease, Language language) {
    return lease.files().stream()
        .map(file ->
            new Submission.SourceFile(
                file.name().contains(".") ? file.name() : language.sources().mainFile(),
                file.content().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
