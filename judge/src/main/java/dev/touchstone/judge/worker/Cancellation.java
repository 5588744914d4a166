package dev.touchstone.judge.worker;

/**
 * Stops the judging of one lease by interrupting its thread: the sandbox then kills the program
 * that runs. After {@link #end} nothing interrupts the thread any more, so that the next lease is
 * not hit by the loss of the last one. Thread-safe.
 */
final class Cancellation {
  private final Thread judging;
  private boolean cancelled;
  private boolean ended;

  private Cancellation(Thread judging) {
    this.judging = judging;
  }

  /** For work that begins now in the calling thread. */
  static Cancellation ofThisThread() {
    return new Cancellation(Thread.currentThread());
  }

  /** Stops the work, unless it has ended. */
  synchronized void cancel() {
    if (!ended && !cancelled) {
      cancelled = true;
      judging.interrupt();
    }
  }

  /** Called by the judging thread when the work ends; returns whether it was cancelled. */
  synchronized boolean end() {
    if (!ended && cancelled) {
      boolean _ = Thread.interrupted(); // ours: it must not reach the next lease
    }
    ended = true;
    return cancelled;
  }
}
