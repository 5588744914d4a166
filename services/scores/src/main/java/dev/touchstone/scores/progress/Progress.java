package dev.touchstone.scores.progress;

import java.util.List;

/** What a learner has achieved, on the wire. */
record Progress(int solved, int attempted, double points, List<ExerciseProgress> items) {
  /** Copies the list. */
  Progress {
    items = List.copyOf(items);
  }
}
