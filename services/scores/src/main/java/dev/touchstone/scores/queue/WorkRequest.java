package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.LeaseRequest;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.judging.Lane;
import java.util.List;

/**
 * What a judge asks for, checked.
 *
 * @param waitMs how long to wait for work, in milliseconds
 */
record WorkRequest(String judge, List<String> languages, List<Lane> lanes, long waitMs) {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_LANGUAGES = 200;

  /** Longer waits than this are cut, in milliseconds: idle connections are closed on the way. */
  private static final long LONGEST_WAIT = 60_000;

  /**
   * Checks a request. A lane that only a newer judge knows is left out.
   *
   * @throws ProblemException 400 {@code invalid_request}
   */
  static WorkRequest of(LeaseRequest sent) {
    String name = sent.judge() == null ? "" : sent.judge();
    List<Lane> lanes = sent.lanes().stream().flatMap(lane -> Lane.of(lane).stream()).toList();
    new Violations()
        .check(
            !name.isBlank() && name.length() <= LONGEST_NAME && StorableText.isStorable(name),
            "judge",
            "invalid",
            "Use a name of at most " + LONGEST_NAME + " characters.")
        .check(
            sent.languages().size() <= MOST_LANGUAGES
                && sent.languages().stream()
                    .allMatch(id -> id.length() <= LONGEST_NAME && StorableText.isStorable(id)),
            "languages",
            "invalid",
            "List the languages.")
        .check(!lanes.isEmpty(), "lanes", "invalid", "List run, submission or both.")
        .check(sent.waitMs() >= 0, "wait_ms", "out_of_range", "Use 0 or more.")
        .finish();
    return new WorkRequest(name, sent.languages(), lanes, Math.min(sent.waitMs(), LONGEST_WAIT));
  }
}
