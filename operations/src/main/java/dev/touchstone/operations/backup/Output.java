package dev.touchstone.operations.backup;

import dev.touchstone.platformdata.backup.DatabaseFigures;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;
import picocli.CommandLine.Model.CommandSpec;

/** What a command prints and reports. */
record Output(CommandSpec spec) {
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
    return new Megabytes(this::say);
  }

  Reports reports(BackupSettings settings) {
    return new Reports(settings.reports(), Clock.systemUTC(), this::say);
  }
}
