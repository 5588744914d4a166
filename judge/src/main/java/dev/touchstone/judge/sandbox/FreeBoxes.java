package dev.touchstone.judge.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The boxes that are free. A command gets one on the processor with the fewest runs, if possible
 * one that was made for it, and otherwise one that was made for nothing. Thread-safe.
 */
final class FreeBoxes {
  private final List<Box> free = new ArrayList<>();
  private final Map<Integer, Integer> runs = new HashMap<>();

  /** Adds a new box. */
  synchronized void add(Box box) {
    free.add(box);
    notifyAll();
  }

  /** Waits for a box that may run a command. */
  synchronized Box take(Command command) throws InterruptedException {
    while (true) {
      List<Box> suitable = free.stream().filter(box -> box.hidden() == command.hidden()).toList();
      if (!suitable.isEmpty()) {
        Box box =
            suitable.stream()
                .min(
                    Comparator.comparingInt((Box one) ->
                            command.pinned() ? runs.getOrDefault(one.processor(), 0) : 0)
                        .thenComparingInt(one -> one.readiness(command)))
                .orElseThrow();
        free.remove(box);
        runs.merge(box.processor(), 1, Integer::sum);
        return box;
      }
      wait();
    }
  }

  /** The run of a box has ended; the box itself is not free yet. */
  synchronized void ended(Box box) {
    runs.merge(box.processor(), -1, Integer::sum);
  }
}
