package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runs of one submission's tests. While processors are free, the tests that follow run beside
 * the one that was asked for. Outcomes are nevertheless asked for one after the other, so that all
 * rules of groups and scores apply as if each test had waited for the last; what is not asked for
 * does not count. What may have failed because of its neighbour is repeated alone, and from then on
 * all tests run alone. Used by one thread.
 */
final class TestRuns implements AutoCloseable {
  /** A box is prepared again while another one runs the next test. */
  private static final int BOXES_IN_TURN = 2;

  private final Runner runner;
  private final SpareProcessors spare;
  private final List<TestCase> order;
  private final Map<String, Integer> places = new HashMap<>();

  // Guarded by this, as the threads of the runs change it.
  private final Map<Integer, TestRun> runs = new HashMap<>();
  private final Set<TestRun> running = new HashSet<>();
  private int next;
  private boolean ownProcessorTaken;
  private boolean alone;

  /** Judges a test; more tests may follow in the same box. Called by several threads. */
  interface Runner {
    TestOutcome judge(TestCase test, boolean more) throws IOException;
  }

  /**
   * Prepares to run tests.
   *
   * @param order the tests that may be asked for, in that order
   */
  TestRuns(Runner runner, SpareProcessors spare, List<TestCase> order) {
    this.runner = runner;
    this.spare = spare;
    this.order = List.copyOf(order);
    for (int i = 0; i < order.size(); i++) {
      places.put(order.get(i).name(), i);
    }
    this.alone = !spare.any() || order.size() < 2;
  }

  /**
   * Judges a test, or returns what is already known of it.
   *
   * @throws PackageFaultException if the package is faulty
   * @throws SandboxException if the sandbox fails, or this thread is interrupted
   */
  TestOutcome outcome(TestCase test) throws IOException {
    int place = places.getOrDefault(test.name(), order.size());
    Optional<TestRun> run = reach(place);
    if (run.isPresent()) {
      Optional<TestOutcome> known = run.get().outcome();
      if (known.isPresent()) {
        return known.get();
      }
      stop();
    }
    return runner.judge(test, order.size() - place > BOXES_IN_TURN);
  }

  /** Stops what was run ahead and is not needed. */
  @Override
  public void close() {
    stop();
  }

  /** The run of a test, if it has one of its own. Tests before it are skipped. */
  private synchronized Optional<TestRun> reach(int place) {
    runs.forEach((at, run) -> {
      if (at < place) {
        run.cancel();
      }
    });
    runs.keySet().removeIf(at -> at < place);
    next = Math.max(next, place);
    startMore();
    awaitStart(place);
    return Optional.ofNullable(runs.get(place));
  }

  /**
   * Waits until what was cancelled has left its processor to this test: one that ran beside it
   * without being known to would be judged with a neighbour's influence.
   */
  private void awaitStart(int place) {
    try {
      while (!alone && place < order.size() && !runs.containsKey(place) && !running.isEmpty()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // its run ends at once
    }
  }

  private void startMore() {
    while (!alone && next < order.size() && (!ownProcessorTaken || spare.borrow())) {
      boolean own = !ownProcessorTaken;
      ownProcessorTaken = true;
      TestCase test = order.get(next);
      int left = order.size() - next - 1;
      boolean more = left >= BOXES_IN_TURN * (running.size() + 1);
      TestRun run = new TestRun(() -> runner.judge(test, more), one -> ended(one, own));
      runs.put(next, run);
      running.add(run);
      next++;
      if (running.size() > 1) {
        running.forEach(TestRun::accompany);
      }
      run.start();
    }
  }

  private synchronized void ended(TestRun run, boolean own) {
    running.remove(run);
    if (own) {
      ownProcessorTaken = false;
    } else {
      spare.giveBack();
    }
    startMore();
    notifyAll();
  }

  /** Ends all runs, and runs no more tests beside each other. */
  private synchronized void stop() {
    alone = true;
    running.forEach(TestRun::cancel);
    runs.values().removeAll(running);
    boolean interrupted = false;
    while (!running.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
