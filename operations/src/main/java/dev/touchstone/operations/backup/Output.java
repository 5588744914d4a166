package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platformdata.backup.ByteProgress;
import dev.touchstone.platformdata.backup.DatabaseFigures;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import picocli.CommandLine.Model.CommandSpec;

/** What a command prints and reports. */
record Output(CommandSpec spec) {
  private static final double MEGABYTE = 1_000_000;

  /** Between two lines of progress, in bytes. */
  private static final long STEP = 100_000_000;

  void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  void show(List<DatabaseFigures> databases) {
    databases.forEach(database ->
        say(
            "%s: %,d rows in %d tables"
                .formatted(database.name(), database.rows(), database.tables().size())));
  }

  LongConsumer progress() {
    return ByteProgress.each(
        STEP, bytes -> say(String.format(Locale.ROOT, "%.0f MB done", bytes / MEGABYTE)));
  }

  /** What a command does at the place of its backups; returns what is worth knowing afterwards. */
  @FunctionalInterface
  interface Work {
    /** Does it at the given moment. */
    Map<String, ?> at(Place place, Instant started) throws IOException, SQLException;
  }

  /**
   * Opens the place, does the work, and writes a report, whether it succeeded or failed.
   *
   * @param command its name, such as {@code backup-databases}
   * @return the exit status
   * @throws OperationFailed if it fails
   */
  int run(BackupSettings settings, String command, Work work) {
    Reports reports = new Reports(settings.reports(), Clock.systemUTC(), this::say);
    try (Place place = settings.place()) {
      reports.run(command, started -> work.at(place, started));
    }
    return 0;
  }
}
