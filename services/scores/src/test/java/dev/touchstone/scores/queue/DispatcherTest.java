package dev.touchstone.scores.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.LeaseRequest;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.scores.queue.Handout.Wish;
import dev.touchstone.scores.wakeup.Signal;
import dev.touchstone.testing.Await;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private static final long LONG = 60_000;
  private final Signal changed = new Signal();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Jobs jobs = new Jobs();
  private final Dispatcher dispatcher = Dispatcher.start(jobs, changed, closed::get);
  private final ExecutorService judges = Executors.newVirtualThreadPerTaskExecutor();

  /** A queue in memory that counts the looks at it, and can hold them up. */
  private static final class Jobs implements Dispatcher.Source {
    private final Deque<Long> queue = new ArrayDeque<>();
    private final List<Integer> looks = new ArrayList<>();
    private final Semaphore open = new Semaphore(Integer.MAX_VALUE);
    private boolean fails;

    @Override
    public List<Optional<Lease>> give(Wish wish, List<String> names) {
      open.acquireUninterruptibly();
      synchronized (this) {
        looks.add(names.size());
        if (fails) {
          throw new IllegalStateException("The database is gone.");
        }
        return names.stream().map(_ -> Optional.ofNullable(queue.poll()).map(Jobs::lease)).toList();
      }
    }

    private static Lease lease(long id) {
      return new Lease(
          "submission-" + id, 1, JobKind.SUBMISSION, 1, 1, "c", List.of(), null, 10_000, null);
    }

    synchronized void add(int count) {
      for (long id = 1; id <= count; id++) {
        queue.add(id);
      }
    }

    synchronized void fails(boolean now) {
      fails = now;
    }

    synchronized List<Integer> looks() {
      return List.copyOf(looks);
    }
  }

  @AfterEach
  void stop() {
    closed.set(true);
    changed.raise();
    judges.close();
  }

  private Future<Optional<Lease>> wait(String judge, long millis) {
    WorkRequest request =
        WorkRequest.of(new LeaseRequest(judge, List.of("c"), JobKind.codes(), millis));
    return judges.submit(() -> dispatcher.acquire(request));
  }

  /** Lets judges wait, and returns when all have been looked for. */
  private List<Future<Optional<Lease>>> waiting(int count) {
    List<Future<Optional<Lease>>> waiting = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      waiting.add(wait("judge-" + i, LONG));
    }
    Await.until("all judges to wait", () -> jobs.looks().contains(Math.min(count, 100)));
    return waiting;
  }

  private static long served(List<Future<Optional<Lease>>> waiting) {
    return waiting.stream().filter(Future::isDone).count();
  }

  @Test
  void judgesWhoWaitShareTransactions() throws Exception {
    jobs.open.drainPermits();
    jobs.add(1000);
    Future<Optional<Lease>> first = wait("first", LONG);
    List<Future<Optional<Lease>>> others = new ArrayList<>();
    Await.until("the first look", () -> jobs.open.hasQueuedThreads());
    for (int i = 0; i < 999; i++) {
      others.add(wait("judge-" + i, LONG));
    }
    Await.until("all to wait", () -> dispatcher.waiting() == 1000);
    jobs.open.release(Integer.MAX_VALUE);
    List<String> leases = new ArrayList<>();
    leases.add(first.get().orElseThrow().leaseId());
    for (Future<Optional<Lease>> other : others) {
      leases.add(other.get().orElseThrow().leaseId());
    }
    assertThat(leases).hasSize(1000).doesNotHaveDuplicates();
    assertThat(jobs.looks().subList(0, 11))
        .as("100 judges at most in each")
        .containsExactly(1, 100, 100, 100, 100, 100, 100, 100, 100, 100, 99);
  }

  @Test
  void newWorkEndsTheWaitOfAsManyJudgesAsItOccupies() {
    List<Future<Optional<Lease>>> waiting = waiting(200);
    jobs.add(3);
    changed.raise();
    Await.until("three judges to have work", () -> served(waiting) == 3);
    assertThat(waiting.subList(0, 200).stream().filter(Future::isDone)).hasSize(3);
    assertThat(dispatcher.waiting()).isEqualTo(197);
  }

  /** A judge that is gone is noticed only when it is answered; its lease would have to expire. */
  @Test
  void whoCameLastIsServedFirst() throws Exception {
    Future<Optional<Lease>> gone = wait("gone", LONG);
    Await.until("it to wait", () -> dispatcher.waiting() == 1);
    Future<Optional<Lease>> alive = wait("alive", LONG);
    Await.until("both to be looked for", () -> jobs.looks().contains(2));
    jobs.add(1);
    changed.raise();
    assertThat(alive.get()).isPresent();
    assertThat(gone.isDone()).isFalse();
  }

  @Test
  void whoDoesNotWaitIsAnsweredEvenBehindManyWhoDo() throws Exception {
    List<Future<Optional<Lease>>> waiting = waiting(150);
    assertThat(wait("hurried", 0).get()).isEmpty();
    assertThat(served(waiting)).isZero();
  }

  @Test
  void aFailureIsReportedToThoseItConcernsAndEndsNothing() throws Exception {
    jobs.fails(true);
    assertThatThrownBy(() -> wait("unlucky", LONG).get()).hasMessageContaining("is gone");
    jobs.fails(false);
    jobs.add(1);
    assertThat(wait("lucky", LONG).get()).isPresent();
  }

  @Test
  void whoWaitsWhenTheServiceStopsIsSentAway() {
    List<Future<Optional<Lease>>> waiting = waiting(5);
    closed.set(true);
    changed.raise();
    for (Future<Optional<Lease>> judge : waiting) {
      assertThatThrownBy(judge::get).hasCauseInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> wait("late", LONG).get()).hasCauseInstanceOf(ProblemException.class);
  }
}
