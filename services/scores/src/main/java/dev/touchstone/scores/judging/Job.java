package dev.touchstone.scores.judging;

import java.util.Optional;

/** A submission or a run, by what it is and which. */
public record Job(Lane lane, long id) {
  /** The name on the wire and in notifications, such as {@code submission-17}. */
  public String name() {
    return lane.wireName() + "-" + id;
  }

  /** Reads {@link #name()}. */
  public static Optional<Job> of(String name) {
    int dash = name.indexOf('-');
    if (dash < 0 || !name.substring(dash + 1).matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long id = Long.parseLong(name.substring(dash + 1));
    return Lane.of(name.substring(0, dash)).map(lane -> new Job(lane, id));
  }
}
