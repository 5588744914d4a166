package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judgeprotocol.Verdict;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A test that is judged on a thread of its own. Thread-safe. */
final class TestRun {
  private final CompletableFuture<TestOutcome> outcome = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean accompanied;

  /**
   * Prepares a run.
   *
   * @param ended is called at the end, before the outcome is known
   */
  TestRun(Callable<TestOutcome> test, Consumer<TestRun> ended) {
    this.thread = Thread.ofVirtual().name("test").unstarted(() -> judge(test, ended));
  }

  void start() {
    thread.start();
  }

  /** Stops it; the outcome is then worth nothing. */
  void cancel() {
    thread.interrupt();
  }

  /** Notes that another test ran at the same time. */
  void accompany() {
    accompanied = true;
  }

  /**
   * Waits for the outcome.
   *
   * @return empty if it may be due to the other test that ran: the time limit was exceeded, or the
   *     judging failed
   */
  Optional<TestOutcome> outcome() throws IOException {
    try {
      TestOutcome found = outcome.get();
      return accompanied && found.verdict() == Verdict.TLE ? Optional.empty() : Optional.of(found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while a program ran.", e);
    } catch (ExecutionException e) {
      if (accompanied) {
        return Optional.empty();
      }
      throw ThreadFailure.of(e);
    }
  }

  private void judge(Callable<TestOutcome> test, Consumer<TestRun> ended) {
    try {
      TestOutcome found = test.call();
      ended.accept(this);
      outcome.complete(found);
    } catch (Throwable e) { // whatever it is, the thread that waits gets it
      ended.accept(this);
      outcome.completeExceptionally(e);
    }
  }
}
