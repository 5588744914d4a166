package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A part of the judging and how long it took, for the trace that the work belongs to.
 *
 * @param name such as {@code compile}
 * @param group whose tests were run, null for another part
 * @param startUs since the judge took the lease, in microseconds
 * @param durationUs in microseconds
 * @param tests how many were run
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Phase(String name, @Nullable String group, long startUs, long durationUs, int tests) {
  /** More are not sent. */
  static final int MOST = 200;

  private static final int LONGEST_NAME = 100;

  /** Cuts the names. */
  public Phase {
    name = Cut.name(name, LONGEST_NAME);
    group = Cut.text(group, LONGEST_NAME);
  }
}
