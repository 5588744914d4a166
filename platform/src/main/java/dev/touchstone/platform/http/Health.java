package dev.touchstone.platform.http;

import io.helidon.http.Status;
import java.util.Map;

/**
 * The answer of {@code /health} and {@code /ready}. Immutable.
 *
 * @param status {@code up} or {@code down}
 * @param checks the same of each check by its name
 */
public record Health(String service, String status, Map<String, String> checks) {
  /** How a check that passed is shown. */
  public static final String UP = "up";

  /** How a check that failed is shown. */
  public static final String DOWN = "down";

  /** Up if all checks are. */
  public static Health of(String service, Map<String, String> checks) {
    return new Health(service, checks.containsValue(DOWN) ? DOWN : UP, checks);
  }

  /** With which status it is answered: 200 or 503. */
  public Status httpStatus() {
    return status.equals(UP) ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503;
  }
}
