package dev.touchstone.scores.follow;

import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.TestStore.NumberedTest;
import dev.touchstone.scores.view.TestView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events since the last one that a reader knows. There is no event log: the states in between
 * are left out, each test has the number of its event, and a reader who has not seen the last
 * queueing gets it again, since it voids the tests before it.
 */
final class EventReplay {
  private EventReplay() {}

  /** One event on the wire; without a number it is not repeated to a reader who resumes. */
  record Event(long number, String name, Object data) {
    static final long NO_NUMBER = 0;
  }

  /** The current state, sent for its progress alone. */
  static Event progress(Snapshot snapshot) {
    String name = snapshot.state().job().lane().wireName();
    return new Event(Event.NO_NUMBER, name, snapshot.now());
  }

  /**
   * Returns what happened after an event; all of it after 0.
   *
   * @param isFirst whether the reader has just come: then the end is sent even if it is known, so
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
      events.add(new Event(test.event(), "test", TestView.of(test.test())));
    }
    boolean changed = state.stateEvent() > known && state.stateEvent() != state.queuedEvent();
    if (changed || (isFirst && events.isEmpty() && state.status().isFinal())) {
      events.add(new Event(state.stateEvent(), name, snapshot.now()));
    }
    events.sort(Comparator.comparingLong(Event::number));
    return events;
  }
}
