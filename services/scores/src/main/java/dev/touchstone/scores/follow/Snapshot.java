package dev.touchstone.scores.follow;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.TestStore.NumberedTest;
import java.util.List;

/**
 * What there is to tell of a job.
 *
 * @param queued how it looked when it was queued last, on the wire
 * @param now how it looks now, on the wire
 * @param tests those that arrived after the event that the reader knows
 */
public record Snapshot(JudgingState state, Object queued, Object now, List<NumberedTest> tests) {
  /** Keeps its own copy. */
  public Snapshot {
    tests = List.copyOf(tests);
  }

  /** Whether an event of this number has not happened yet. */
  boolean isBefore(long event) {
    return event > state.lastEvent();
  }
}
