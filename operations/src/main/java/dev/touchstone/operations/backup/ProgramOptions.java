package dev.touchstone.operations.backup;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How PostgreSQL's programs are run. */
final class ProgramOptions {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many tables are worked on at a time. Default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(
      names = "--programs",
      paramLabel = "FOLDER",
      description =
          "The folder with pg_dump and pg_restore of the server's major version. Default: those on the PATH.")
  private Optional<Path> programs = Optional.empty();

  PostgresPrograms programs() {
    return new PostgresPrograms(programs, Math.max(1, jobs));
  }
}
