package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.files.DurableFile;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the work of a command and writes a file about it, whether it succeeded or failed. */
record Reports(Path folder, Clock clock, Consumer<String> progress) {
  /** What a command does; returns what is worth knowing afterwards. */
  @FunctionalInterface
  interface Work {
    /** Does it at the given moment. */
    Map<String, ?> run(Instant started) throws IOException, SQLException;
  }

  /**
   * Runs it.
   *
   * @param command its name, such as {@code backup-databases}
   * @throws OperationFailed if it fails
   */
  void run(String command, Work work) {
    Instant started = clock.instant();
    try {
      Map<String, ?> details = work.run(started);
      write(command, started, "succeeded", details);
    } catch (ConfigurationException e) { // such as a server that can't be reached
      throw failed(command, started, String.join(" ", e.faults()), e);
    } catch (SQLException e) {
      throw failed(command, started, "The database reported an error: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw failed(command, started, String.valueOf(e.getMessage()), e);
    }
  }

  private OperationFailed failed(
      String command, Instant started, String message, Exception failure) {
    write(command, started, "failed", Map.of("message", message));
    return new OperationFailed(message, failure);
  }

  private void write(String command, Instant started, String result, Map<String, ?> details) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("command", command);
    report.put("result", result);
    report.put("started_at", started);
    report.put("finished_at", clock.instant());
    report.putAll(details);
    Path file = folder.resolve(command + "-" + BackupNames.of(started, ".json"));
    try {
      Files.createDirectories(folder);
      DurableFile.write(
          file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
      progress.accept("Report: " + file);
    } catch (IOException e) { // of no use for the backup itself
      progress.accept(
          "No report could be written to %s: %s. Set TOUCHSTONE_REPORTS."
              .formatted(folder, e.getMessage()));
    }
  }
}
