package dev.touchstone.gateway.limit;

import dev.touchstone.platform.http.ProblemException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;

/**
 * What is left of a limit, in the headers of the IETF's draft ("RateLimit header fields for HTTP",
 * draft-ietf-httpapi-ratelimit-headers). Immutable.
 *
 * @param policy the name of the limit
 * @param perMinute how many requests it allows
 * @param remaining how many are left now
 * @param nanosToFull until all are available again
 */
record Quota(String policy, int perMinute, long remaining, long nanosToFull) {
  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";
  private static final int WINDOW_SECONDS = 60;

  /** Adds the headers; each limit that counts a request adds its own. */
  void addTo(HttpFields.Mutable headers) {
    headers.add(POLICY, policyValue());
    headers.add(LIMIT, limitValue());
  }

  /** The answer to a request that is one too many. */
  ProblemException exceeded(long nanosToNext) {
    return ProblemException.rateLimited(TimeUnit.NANOSECONDS.toSeconds(nanosToNext) + 1)
        .withHeader(POLICY, policyValue())
        .withHeader(LIMIT, limitValue());
  }

  private String policyValue() {
    // Joined, not formatted: this is done for every request.
    return "\"" + policy + "\";q=" + perMinute + ";w=" + WINDOW_SECONDS;
  }

  private String limitValue() {
    long seconds = Math.ceilDiv(nanosToFull, TimeUnit.SECONDS.toNanos(1));
    return "\"" + policy + "\";r=" + remaining + ";t=" + seconds;
  }
}
