package dev.touchstone.scores.follow;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.TestStore.NumberedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events between one that a reader knows and now. Nothing is logged for that: the states in
 * between need not be told, the tests have the numbers of their events, and the queueing is told
 * again to whoever has not seen it, since it voids the tests before it.
 */
final class Story {
  private Story() {}

  /** One event on the wire. */
  record Event(long number, String name, Object data) {}

  /**
   * Tells what happened after an event; 0 or a number that can't be ours for all of it.
   *
   * @param isFirst whether the reader has just come: then the end is told even if it is known, so
   *     that nobody waits for it
   */
  static List<Event> after(long known, Snapshot snapshot, boolean isFirst) {
    JudgingState state = snapshot.state();
    String name = state.job().lane().wireName();
    List<Event> events = new ArrayList<>();
    if (state.queuedEvent() > known) {
      events.add(new Event(state.queuedEvent(), name, snapshot.queued()));
    }
    for (NumberedTest test : snapshot.tests()) {
      events.add(new Event(test.event(), "test", test.test()));
    }
    boolean changed = state.stateEvent() > known && state.stateEvent() != state.queuedEvent();
    if (changed || (isFirst && events.isEmpty() && state.status().isFinal())) {
      events.add(new Event(state.stateEvent(), name, snapshot.now()));
    }
    events.sort(Comparator.comparingLong(Event::number));
    return events;
  }
}
