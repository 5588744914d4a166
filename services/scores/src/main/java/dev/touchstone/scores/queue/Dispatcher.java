package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.scores.queue.Handout.Wish;
import dev.touchstone.scores.wakeup.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The judges that wait for work in this process. One thread looks for all of them: when judges
 * came, when work came, and once a second. So a thousand idle judges cost no more than one, new
 * work wakes no more judges than it occupies, and many leases share one transaction. Thread-safe;
 * it ends when the service stops.
 */
final class Dispatcher {
  /** How long waiting judges rely on notifications alone. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** After leases were given, so that those of the next judges share a transaction. */
  private static final Duration REST = Duration.ofMillis(10);

  /** How many leases one transaction takes, so that the first need not wait long. */
  private static final int MOST = 100;

  private final Source source;
  private final Signal changed;
  private final BooleanSupplier closed;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashSet<Waiting> waiting = new LinkedHashSet<>();
  private boolean ended;

  private Dispatcher(Source source, Signal changed, BooleanSupplier closed) {
    this.source = source;
    this.changed = changed;
    this.closed = closed;
  }

  /** Where leases come from. */
  interface Source {
    /**
     * Leases jobs to judges who take the same kind of work, as many as there are.
     *
     * @param judges their names, those who came last first
     * @return for each judge its lease, in the same order
     */
    List<Optional<Lease>> give(Wish wish, List<String> judges);
  }

  /** A judge that waits. */
  private static final class Waiting {
    private final String judge;
    private final Wish wish;
    private final long end;
    private final CompletableFuture<Optional<Lease>> answer = new CompletableFuture<>();

    Waiting(WorkRequest request) {
      this.judge = request.judge();
      this.wish = Wish.of(request);
      this.end = System.nanoTime() + Duration.ofMillis(request.waitMs()).toNanos();
    }

    long left() {
      return Math.max(0, end - System.nanoTime());
    }
  }

  /**
   * Starts to serve.
   *
   * @param changed raised when work may have come, and when the service stops
   * @param closed whether the service is stopping
   */
  static Dispatcher start(Source source, Signal changed, BooleanSupplier closed) {
    Dispatcher dispatcher = new Dispatcher(source, changed, closed);
    Thread.ofVirtual().name("dispatcher").start(dispatcher::serve);
    return dispatcher;
  }

  /**
   * Waits for work as long as the judge wishes; empty if there was none.
   *
   * @throws ProblemException 503 if the service is stopping
   */
  Optional<Lease> acquire(WorkRequest request) {
    Waiting judge = new Waiting(request);
    lock.lock();
    try {
      if (ended) {
        throw stopping();
      }
      waiting.add(judge);
    } finally {
      lock.unlock();
    }
    changed.raise();
    try {
      return judge.answer.get();
    } catch (InterruptedException e) {
      remove(judge);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  /** How many judges wait. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void serve() {
    while (!closed.getAsBoolean()) {
      long seen = changed.count();
      boolean any = false;
      boolean isMoreLikely = false;
      for (Map.Entry<Wish, List<Waiting>> group : groups().entrySet()) {
        int given = serve(group.getKey(), group.getValue());
        any |= given > 0;
        isMoreLikely |= given > 0 && given < group.getValue().size();
      }
      if (any && !isMoreLikely) {
        LockSupport.parkNanos(REST.toNanos());
      } else if (!any) {
        changed.await(seen, pause());
      }
    }
    end();
  }

  /** Serves judges who take the same; returns how many leases were given. */
  private int serve(Wish wish, List<Waiting> group) {
    List<Waiting> served = group.subList(0, Math.min(MOST, group.size()));
    try {
      List<Optional<Lease>> leases =
          source.give(wish, served.stream().map(judge -> judge.judge).toList());
      int given = 0;
      for (int i = 0; i < served.size(); i++) {
        Optional<Lease> lease = leases.get(i);
        if (lease.isPresent()) {
          given++;
          answer(served.get(i), lease);
        }
      }
      group.stream()
          .filter(judge -> judge.left() == 0)
          .forEach(judge -> answer(judge, Optional.empty()));
      return given;
    } catch (RuntimeException | Error e) { // the next look may succeed
      served.forEach(judge -> {
        remove(judge);
        judge.answer.completeExceptionally(e);
      });
      return 0;
    }
  }

  /**
   * Those who came last come first: the longer a judge has waited, the likelier it is that it has
   * gone, which shows only when it is answered.
   */
  private Map<Wish, List<Waiting>> groups() {
    Map<Wish, List<Waiting>> groups = new LinkedHashMap<>();
    lock.lock();
    try {
      waiting
          .reversed()
          .forEach(judge -> groups.computeIfAbsent(judge.wish, _ -> new ArrayList<>()).add(judge));
    } finally {
      lock.unlock();
    }
    return groups;
  }

  /** Until the first judge stops waiting. */
  private Duration pause() {
    lock.lock();
    try {
      long nanos = LOOK.toNanos();
      for (Waiting judge : waiting) {
        nanos = Math.min(nanos, judge.left());
      }
      return Duration.ofNanos(nanos);
    } finally {
      lock.unlock();
    }
  }

  private void answer(Waiting judge, Optional<Lease> lease) {
    remove(judge);
    judge.answer.complete(lease);
  }

  private void remove(Waiting judge) {
    lock.lock();
    try {
      waiting.remove(judge);
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      waiting.forEach(judge -> judge.answer.completeExceptionally(stopping()));
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  private static ProblemException stopping() {
    return ProblemException.unavailable("The service is stopping; try again soon.");
  }
}
