package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.usermanagement.OperatorReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reset-password}: lets in the operator who is locked out. */
@Command(
    name = "reset-password",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Gives an account a new password, which is shown once, and ends its sessions.",
      "Works while Touchstone runs and while it does not."
    },
    footer = {"", "Exit status: 2 if there is no such account or the data can't be used."})
final class ResetPasswordCommand implements Callable<Integer> {
  private static final String DATABASE = "auth";

  /** The line of postmaster.pid with the port (PostgreSQL's miscadmin.h). */
  private static final int PORT_LINE = 3;

  @Parameters(index = "0", paramLabel = "USER", description = "User name or email address.")
  private String user;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = "${sys:touchstone.home:-.}/data",
      description = "The data folder of Touchstone. Default: ${DEFAULT-VALUE}.")
  private Path dataFolder;

  @Override
  public Integer call() {
    Path folder = dataFolder.toAbsolutePath().normalize();
    Path postgres = folder.resolve("postgresql");
    if (!Files.isDirectory(postgres.resolve("data"))) {
      throw new ConfigurationException(
          "There is no data of Touchstone in %s. Name the folder with --data-dir."
              .formatted(folder));
    }
    Optional<Integer> port = portInUse(postgres.resolve("data/postmaster.pid"));
    if (port.isPresent()) {
      Logging.startCommand();
      reset(settings(folder, port.get()));
      return 0;
    }
    try (DataFolder data = DataFolder.open(folder);
        FreePorts ports = new FreePorts()) {
      LogFile.begin(data.folder("logs"));
      Logging.start();
      EmbeddedDatabase.Settings settings = settings(folder, ports.next());
      try (EmbeddedDatabase _ = EmbeddedDatabase.start(settings)) {
        reset(settings);
      }
    }
    return 0;
  }

  private static EmbeddedDatabase.Settings settings(Path folder, int port) {
    return new EmbeddedDatabase.Settings(
        folder.resolve("postgresql"),
        folder.resolve("postgresql-programs"),
        port,
        new Secrets(folder.resolve("secrets")),
        List.of(DATABASE));
  }

  private void reset(EmbeddedDatabase.Settings settings) {
    OperatorReset.Result result = OperatorReset.run(settings.url(DATABASE), user);
    System.out.printf(
        "%n  The new password is shown only once:%n    user name  %s%n    password   %s%n%n",
        result.username(), result.password().reveal());
    System.out.flush();
  }

  /** The port of the PostgreSQL that runs on the files, if any. */
  static Optional<Integer> portInUse(Path file) {
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      boolean runs =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .map(ProcessHandle::isAlive)
              .orElse(false);
      return runs ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip())) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new ConfigurationException(
          file + " is not readable. Run this as the user who started Touchstone.");
    }
  }
}
