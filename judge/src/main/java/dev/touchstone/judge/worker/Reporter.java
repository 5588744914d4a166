package dev.touchstone.judge.worker;

import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import dev.touchstone.judgeprotocol.CompileReport;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.platform.http.ServiceClient;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the progress of judging to the learner who follows it, from its own thread, so that no test
 * waits for the service. The first report goes out at once; progress during a call goes with the
 * next one. Reports stay until the service has accepted them, and a failed call is repeated with
 * them: a test's index and the fencing token make that harmless. What is left at the end goes with
 * the result, which contains everything, so a slow service does not hold up judging.
 */
final class Reporter implements Progress, AutoCloseable {
  /** More reports than this are left to the result. */
  static final int MOST_TESTS = 500;

  private static final Logger log = LoggerFactory.getLogger(Reporter.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  /** How long a call may still take when judging has ended. */
  private static final Duration LAST_CALL = Duration.ofSeconds(1);

  private final LeaseClient leases;
  private final Lease lease;
  private final Cancellation cancellation;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition closing = lock.newCondition();
  private @Nullable CompileReport compile;
  private @Nullable Integer total;
  private final List<TestResult> tests = new ArrayList<>();
  private boolean closed;

  private Reporter(LeaseClient leases, Lease lease, Cancellation cancellation) {
    this.leases = leases;
    this.lease = lease;
    this.cancellation = cancellation;
    this.thread =
        Thread.ofVirtual()
            .name("reporter-" + lease.leaseId())
            .unstarted(Context.current().wrap(this::send));
  }

  /** Starts; the cancellation is triggered when the service answers that the lease is lost. */
  static Reporter start(LeaseClient leases, Lease lease, Cancellation cancellation) {
    Reporter reporter = new Reporter(leases, lease, cancellation);
    reporter.thread.start();
    return reporter;
  }

  @Override
  public void compiled(boolean ok, String output) {
    add(() -> compile = new CompileReport(ok, output));
  }

  @Override
  public void testsTotal(int count) {
    add(() -> total = count);
  }

  @Override
  public void tested(TestResult result) {
    add(() -> {
      if (tests.size() < MOST_TESTS) {
        tests.add(result);
      }
    });
  }

  /** Ends reporting; after this none of its calls is running. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(LAST_CALL)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void add(Runnable news) {
    lock.lock();
    try {
      news.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void send() {
    try {
      for (Optional<ProgressReport> news = await(); news.isPresent(); news = await()) {
        try {
          leases.report(lease, news.get());
          taken(news.get());
        } catch (ServiceClient.Unavailable e) {
          log.debug("Progress of lease {} can't be reported now", lease.leaseId(), e);
          pause();
        }
      }
    } catch (LeaseLost e) {
      cancellation.cancel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // refused; the result will hold it
      log.warn("Progress of lease {} can't be reported", lease.leaseId(), e);
    }
  }

  /** Waits for news; empty at the end. */
  private Optional<ProgressReport> await() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && compile == null && total == null && tests.isEmpty()) {
        changed.await();
      }
      return closed
          ? Optional.empty()
          : Optional.of(new ProgressReport(lease.fencingToken(), compile, total, tests));
    } finally {
      lock.unlock();
    }
  }

  private void taken(ProgressReport report) {
    lock.lock();
    try {
      compile = report.compile() == null ? compile : null;
      total = report.testsTotal() == null ? total : null;
      tests.subList(0, report.tests().size()).clear();
    } finally {
      lock.unlock();
    }
  }

  private void pause() throws InterruptedException {
    lock.lock();
    try {
      long nanos = PAUSE_AFTER_FAILURE.toNanos();
      while (!closed && nanos > 0) {
        nanos = closing.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
