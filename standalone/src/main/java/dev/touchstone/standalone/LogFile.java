package dev.touchstone.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * The full logs in the data folder, one file for each process. The terminal shows errors only,
 * without stack traces. Both are set up in the platform's {@code file.xml}.
 */
final class LogFile {
  private static final String OWN = "touchstone";
  private static final String FILE = "touchstone.log";

  private LogFile() {}

  /** Sets where the logging library writes. Call it before any class with a logger is loaded. */
  static void begin(Path folder) {
    properties(folder, OWN).forEach(System::setProperty);
  }

  /** The options of the JVM of another process that logs here under its own name. */
  static List<String> options(Path folder, String name) {
    return properties(folder, name).entrySet().stream()
        .map(property -> "-D" + property.getKey() + "=" + property.getValue())
        .toList();
  }

  static Path path() {
    return Path.of(System.getProperty(FILE, OWN) + ".log");
  }

  static void record(Exception failure) {
    LoggerFactory.getLogger(LogFile.class).error("The start failed", failure);
  }

  private static Map<String, String> properties(Path folder, String name) {
    return Map.of(
        FILE,
        folder.resolve(name).toString(),
        "logback.configurationFile",
        "dev/touchstone/platform/telemetry/file.xml");
  }
}
