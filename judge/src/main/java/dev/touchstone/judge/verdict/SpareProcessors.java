package dev.touchstone.judge.verdict;

/**
 * Processors that no judging needs. Each judging has one of its own; a test that runs beside
 * another one of the same submission takes one of those that are left. Thread-safe.
 */
final class SpareProcessors {
  /** None at all. */
  static final SpareProcessors NONE = new SpareProcessors(0, 0);

  private final int processors;
  private final int most;
  private int judgings;
  private int lent;

  /**
   * Begins without judgings.
   *
   * @param most how many may be lent at once
   */
  SpareProcessors(int processors, int most) {
    this.processors = processors;
    this.most = most;
  }

  /** Whether any is ever lent. */
  boolean any() {
    return most > 0;
  }

  /** Begins a judging; it has ended when the result is closed. */
  Judging begin() {
    change(1);
    return () -> change(-1);
  }

  /** A judging that has its own processor. */
  interface Judging extends AutoCloseable {
    @Override
    void close();
  }

  /** Lends a processor for one test, if one is free. */
  synchronized boolean borrow() {
    boolean free = lent < most && judgings + lent < processors;
    lent += free ? 1 : 0;
    return free;
  }

  /** Takes back what was borrowed. */
  synchronized void giveBack() {
    lent--;
  }

  private synchronized void change(int difference) {
    judgings += difference;
  }
}
