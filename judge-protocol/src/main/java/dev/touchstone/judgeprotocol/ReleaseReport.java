package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A judge returns its work unfinished; this does not count as a failed attempt. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReleaseReport(long fencingToken, @Nullable String reason) {
  private static final int LONGEST = 1024;

  /** Cuts the reason. */
  public ReleaseReport {
    reason = Cut.text(reason, LONGEST);
  }
}
