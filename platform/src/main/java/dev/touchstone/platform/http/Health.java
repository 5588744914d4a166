package dev.touchstone.platform.http;

import io.helidon.http.Status;
import java.util.Map;

/**
 * The response of {@code /health} and {@code /ready}. Immutable.
 *
 * @param status {@code up} or {@code down}
 * @param checks the status of each check by its name
 */
public record Health(String service, String status, Map<String, String> checks) {
  /** The status of a check that passed. */
  public static final String UP = "up";

  /** The status of a check that failed. */
  public static final String DOWN = "down";

  /** Up if all checks are. */
  public static Health of(String service, Map<String, String> checks) {
    return new Health(service, checks.containsValue(DOWN) ? DOWN : UP, checks);
  }

  /** The HTTP status of the response: 200 or 503. */
  public Status httpStatus() {
    return status.equals(UP) ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503;
  }
}
