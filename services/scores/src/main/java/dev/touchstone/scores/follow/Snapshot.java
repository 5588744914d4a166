package dev.touchstone.scores.follow;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.TestStore.NumberedTest;
import java.util.List;

/**
 * A job as it is now, and the tests that a reader does not know.
 *
 * @param queued how it looked when it was queued last, on the wire
 * @param now how it looks now, on the wire
 * @param tests those that arrived after the event that the reader knows
 */
public record Snapshot(JudgingState state, Object queued, Object now, List<NumberedTest> tests) {
  /** Copies the list. */
  public Snapshot {
    tests = List.copyOf(tests);
  }

  /** Whether an event of this number has not happened yet. */
  boolean isBefore(long event) {
    return event > state.lastEvent();
  }
}
