package dev.touchstone.judge.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that this judge has for a while.
 *
 * @param fencingToken goes with every report; the scores service ignores older ones
 * @param kind {@code submission} or {@code run}
 * @param input the learner's own input of a run, null to run the samples
 * @param heartbeatMs how often to say that we still work on it, in milliseconds
 */
record Lease(
    String leaseId,
    long fencingToken,
    String kind,
    long exerciseId,
    int exerciseRevision,
    String language,
    List<SourceText> files,
    @Nullable String input,
    long heartbeatMs) {
  /** One source file. */
  record SourceText(String name, String content) {}

  boolean isRun() {
    return kind.equals("run");
  }
}
