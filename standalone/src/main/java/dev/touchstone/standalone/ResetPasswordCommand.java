package dev.touchstone.standalone;

import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.usermanagement.OperatorReset;
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
    PostgresProcess.requireData(folder);
    Optional<Integer> port = PostgresProcess.port(folder.resolve("postgresql/data"));
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
}
