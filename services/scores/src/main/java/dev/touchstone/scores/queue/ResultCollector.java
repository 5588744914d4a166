package dev.touchstone.scores.queue;

import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.Lane;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the results that judges report at the same time, so that many share a transaction: while
 * one is being committed, those of the next gather. A result that arrives alone is stored at once.
 * Each judge is answered after its own result is committed. Thread-safe.
 */
final class ResultCollector implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ResultCollector.class);

  /** How many results share a transaction, so that the first need not wait long. */
  private static final int MOST = 100;

  /** Characters of the results in one transaction, beyond the first result. */
  private static final long LARGEST = 4_000_000;

  private final Sink sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LinkedHashSet<Waiting> waiting = new LinkedHashSet<>();
  private boolean closed;

  private ResultCollector(Sink sink) {
    this.sink = sink;
  }

  /** Where results go. */
  interface Sink {
    /**
     * Stores results of one lane in one transaction, at most one for a job. When it returns, they
     * are committed.
     *
     * @return the jobs whose results were stored; the others have to be looked at one by one
     */
    Set<Job> store(Lane lane, List<JudgedJob> results);
  }

  /** A result whose judge waits for the answer. */
  private static final class Waiting {
    private final JudgedJob result;
    private final Context trace = Context.current();
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

    Waiting(JudgedJob result) {
      this.result = result;
    }
  }

  /**
   * Starts to collect.
   *
   * @param transactions how many are open at the same time
   */
  static ResultCollector start(Sink sink, int transactions) {
    ResultCollector collector = new ResultCollector(sink);
    for (int i = 1; i <= transactions; i++) {
      Thread.ofVirtual().name("results-" + i).start(collector::serve);
    }
    return collector;
  }

  /**
   * Stores a result together with others.
   *
   * @return whether it is committed. If it is not, nothing of it is stored, and the caller has to
   *     store it alone, which also shows why that is impossible.
   */
  boolean store(JudgedJob result) {
    Waiting judge = new Waiting(result);
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      waiting.add(judge);
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      return judge.answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many results wait for the next transaction. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; the callers store what still waits. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(judge -> judge.answer.complete(false));
      waiting.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void serve() {
    for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
      Set<Job> stored = stored(batch);
      batch.forEach(judge -> judge.answer.complete(stored.contains(judge.result.job())));
    }
  }

  private Set<Job> stored(List<Waiting> batch) {
    // A transaction of many has one place in a trace: that of the first who has any.
    Context trace =
        batch.stream()
            .map(judge -> judge.trace)
            .filter(each -> Span.fromContext(each).isRecording())
            .findFirst()
            .orElseGet(Context::root);
    try (Scope _ = trace.makeCurrent()) {
      return sink.store(
          batch.getFirst().result.job().lane(), batch.stream().map(judge -> judge.result).toList());
    } catch (RuntimeException | Error e) { // one faulty result must not fail the others
      log.warn("{} results were not stored together; storing them one by one", batch.size(), e);
      return Set.of();
    }
  }

  /** Waits for results, and takes those of one lane; none when closed. */
  private List<Waiting> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      return takeFirst();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A second result of the same job, which a judge sent again, is left for the next transaction.
   */
  private List<Waiting> takeFirst() {
    List<Waiting> taken = new ArrayList<>();
    Set<Job> jobs = new HashSet<>();
    long size = 0;
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext() && taken.size() < MOST; ) {
      Waiting next = all.next();
      Job job = next.result.job();
      boolean sameLane = taken.isEmpty() || taken.getFirst().result.job().lane() == job.lane();
      long sizeWith = size + next.result.size();
      boolean fits = taken.isEmpty() || sizeWith <= LARGEST;
      if (sameLane && fits && jobs.add(job)) {
        taken.add(next);
        size = sizeWith;
        all.remove();
      }
    }
    return taken;
  }
}
