package dev.touchstone.scores.submission;

import java.time.Duration;

/**
 * How many tests a learner sees as done while judging goes on. A program can sleep for as long as
 * its input says, so the true count, or the time of any result of a hidden test, would show those
 * inputs. The count is therefore estimated: from the time since judging began in whole seconds and
 * the number of tests, and from nothing that the program does in a hidden test.
 */
final class ShownProgress {
  private ShownProgress() {}

  /**
   * Estimates the count, which grows with the time and never reaches the total.
   *
   * @param known tests whose results are shown: samples
   * @param total all tests
   */
  static int done(int known, int total, Duration elapsed) {
    long hidden = Math.max(0, total - known);
    long seconds = Math.max(0, elapsed.toSeconds());
    return known + (int) (hidden * seconds / (seconds + hidden / 2 + 1));
  }
}
