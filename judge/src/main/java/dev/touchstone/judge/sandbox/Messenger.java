package dev.touchstone.judge.sandbox;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Brings callers the results of boxes. A thread that a box's thread starts has the box's network,
 * mounts and control group. Whoever wakes a virtual thread may start such a thread, on which others
 * then run; so a box's thread wakes nobody but this one, which runs already. Thread-safe.
 */
final class Messenger implements AutoCloseable {
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("sandbox-messenger").factory());

  Messenger() {
    thread.prestartCoreThread();
  }

  /**
   * Runs what may wake other threads.
   *
   * @param message throws nothing
   */
  void send(Runnable message) {
    thread.execute(message);
  }

  @Override
  public void close() {
    thread.close();
  }
}
