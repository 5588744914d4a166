package dev.touchstone.standalone;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The full log of the services in the data folder; the judge has its own. The terminal shows errors
 * only, without stack traces. Both are set up in the platform's {@code file.xml}.
 */
final class LogFile {
  private static final String OWN = "touchstone";
  private static final String FILE = "touchstone.log";

  private LogFile() {}

  /** Sets where the logging library writes. Call it before any class with a logger is loaded. */
  static void begin(Path folder) {
    System.setProperty(FILE, folder.resolve(OWN).toString());
    System.setProperty("logback.configurationFile", "dev/touchstone/platform/telemetry/file.xml");
  }

  /** Whether there is one; some commands log to standard error instead. */
  static boolean isUsed() {
    return System.getProperty(FILE) != null;
  }

  static Path path() {
    return Path.of(System.getProperty(FILE, OWN) + ".log");
  }

  static void record(Exception failure) {
    LoggerFactory.getLogger(LogFile.class).error("The command failed", failure);
  }
}
