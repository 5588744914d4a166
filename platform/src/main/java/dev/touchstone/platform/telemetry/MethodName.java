package dev.touchstone.platform.telemetry;

import java.util.Set;

/** The method of a request as metrics, spans and log lines show it. */
public final class MethodName {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private MethodName() {}

  /**
   * Returns the method, or {@code other} for all that nobody needs: each new label is memory for
   * good, so callers must not make them.
   */
  public static String of(String method) {
    return KNOWN.contains(method) ? method : "other";
  }
}
