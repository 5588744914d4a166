package dev.touchstone.scores.follow;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.TestStore.NumberedTest;
import java.util.List;

/**
 * The current state of a job, and the tests that a reader does not know.
 *
 * @param queued its state when it was last queued, on the wire
 * @param now its current state, on the wire
 * @param testsDone how many tests its current state shows as done
 * @param tests those that arrived after the event that the reader knows
 */
public record Snapshot(
    JudgingState state, Object queued, Object now, int testsDone, List<NumberedTest> tests) {
  /** Copies the list. */
  public Snapshot {
    tests = List.copyOf(tests);
  }

  /** Whether an event of this number has not happened yet. */
  boolean isBefore(long event) {
    return event > state.lastEvent();
  }
}
