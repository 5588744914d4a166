package dev.touchstone.scores.queue;

import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.scores.judging.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge asks for work.
 *
 * @param judge its name, for logs and for trying elsewhere
 * @param languages ids of the languages it has
 * @param lanes what it takes, {@code run} and {@code submission}
 * @param waitMs how long to wait for work, in milliseconds
 */
record LeaseRequest(
    @Nullable String judge,
    @Nullable List<String> languages,
    @Nullable List<String> lanes,
    long waitMs) {
  private static final int LONGEST_NAME = 200;

  /** Longer waits than this are cut, in milliseconds: idle connections are closed on the way. */
  private static final long LONGEST_WAIT = 60_000;

  /** What is asked for, checked. */
  record Checked(String judge, List<String> languages, List<Lane> lanes, long waitMs) {}

  Checked check() {
    String name = judge == null ? "" : judge;
    List<Lane> known =
        lanes == null ? List.of() : lanes.stream().flatMap(l -> Lane.of(l).stream()).toList();
    boolean lanesFit = lanes != null && !known.isEmpty() && known.size() == lanes.size();
    new Violations()
        .check(
            !name.isBlank() && name.length() <= LONGEST_NAME && StorableText.isStorable(name),
            "judge",
            "invalid",
            "Give a name of at most " + LONGEST_NAME + " characters.")
        .check(
            languages != null && languages.stream().allMatch(StorableText::isStorable),
            "languages",
            "invalid",
            "List the languages.")
        .check(lanesFit, "lanes", "invalid", "List run, submission or both.")
        .check(waitMs >= 0, "wait_ms", "out_of_range", "Use 0 or more.")
        .finish();
    return new Checked(
        name, languages == null ? List.of() : languages, known, Math.min(waitMs, LONGEST_WAIT));
  }
}
