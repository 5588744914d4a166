package dev.touchstone.standalone;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The full log in the data folder. The terminal shows errors only, without stack traces. Both are
 * set up in {@code logging.xml}.
 */
final class LogFile {
  private static final String FOLDER = "touchstone.logs";

  private LogFile() {}

  /** Sets where the logging library writes. Call it before any class with a logger is loaded. */
  static void begin(Path folder) {
    System.setProperty(FOLDER, folder.toString());
    System.setProperty("logback.configurationFile", "dev/touchstone/standalone/logging.xml");
  }

  static Path path() {
    return Path.of(System.getProperty(FOLDER, "."), "touchstone.log");
  }

  static void record(Exception failure) {
    LoggerFactory.getLogger(LogFile.class).error("The start failed", failure);
  }
}
