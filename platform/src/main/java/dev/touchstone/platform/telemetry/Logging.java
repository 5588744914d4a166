package dev.touchstone.platform.telemetry;

import ch.qos.logback.classic.LoggerContext;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Logs go to standard output: as text, or with {@code TOUCHSTONE_LOG_FORMAT=json} one JSON object a
 * line. {@code TOUCHSTONE_LOG_LEVEL} is INFO by default. A command's logs go to standard error,
 * since standard output is for its result.
 */
public final class Logging {
  private static final Set<String> WITH_TRACES = Set.of("DEBUG", "TRACE");

  private Logging() {}

  /** Starts the log of a service; each of its lines in JSON has the service's name. */
  public static void start(String service) {
    start();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.putProperty(LogFields.SERVICE, service);
    }
  }

  /** Routes java.util.logging, which some libraries use, into our logs. Call it first in a main. */
  public static void start() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /**
   * The same for a command run by a person: readable lines on standard error, with stack traces
   * only where {@code TOUCHSTONE_LOG_LEVEL} is DEBUG or TRACE.
   */
  public static void startCommand() {
    String level = System.getenv().getOrDefault("TOUCHSTONE_LOG_LEVEL", "INFO");
    System.setProperty("TOUCHSTONE_LOG_FORMAT", "command"); // goes before the environment's
    System.setProperty("touchstone.log.trace", WITH_TRACES.contains(level) ? "ex" : "nopex");
    start();
  }
}
