package dev.touchstone.platform.telemetry;

import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Logs go to standard output: as text, or with {@code TOUCHSTONE_LOG_FORMAT=json} one JSON object a
 * line. {@code TOUCHSTONE_LOG_LEVEL} is INFO by default.
 */
public final class Logging {
  private Logging() {}

  /** Leads the logs of libraries that use java.util.logging into ours; call it first in a main. */
  public static void start() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
