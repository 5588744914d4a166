package dev.touchstone.scores.supervision;

import java.time.Instant;
import java.util.List;

/**
 * A judge on the wire.
 *
 * @param since when it first asked for work
 * @param lastSeen when it last asked for work or reported; asking is noted once a minute
 * @param state {@code judging}, {@code waiting}, or {@code gone} if it no longer reports
 * @param judged how many jobs it has judged
 * @param failed how many times it reported a failure of its own, or fell silent
 */
record JudgeView(
    String name,
    List<String> languages,
    List<String> lanes,
    Instant since,
    Instant lastSeen,
    String state,
    List<JobView> jobs,
    long judged,
    long failed) {
  /** What it judges. */
  record JobView(String lane, long id, long exerciseId, String language, Instant judgingSince) {}
}
