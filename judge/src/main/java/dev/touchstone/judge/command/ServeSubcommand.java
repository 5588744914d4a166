package dev.touchstone.judge.command;

import dev.touchstone.judge.worker.JudgeConfiguration;
import dev.touchstone.judge.worker.JudgeService;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.telemetry.Logging;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: judges for the platform until it is stopped. */
@Command(
    name = ServeSubcommand.NAME,
    description = "Judges for the platform; judge/README.md lists the environment variables.",
    mixinStandardHelpOptions = true)
final class ServeSubcommand implements Callable<Integer> {
  static final String NAME = "serve";

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "Where to keep the cache; instead of TOUCHSTONE_DATA_DIR.")
  private @Nullable Path dataFolder;

  @Option(
      names = "--settings-from-input",
      description =
          "Read the other settings from standard input instead of the environment, and stop at its"
              + " end, so that the judge ends with its starter.")
  private boolean settingsFromInput;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Logging.start("judge");
    InputStream input = System.in;
    Optional<Map<String, String>> given =
        settingsFromInput ? GivenSettings.read(input) : Optional.of(System.getenv());
    if (given.isEmpty()) {
      return 0; // its starter has ended
    }
    Map<String, String> settings = new HashMap<>(given.get());
    if (dataFolder != null) {
      settings.put("TOUCHSTONE_DATA_DIR", dataFolder.toString());
    }
    Environment environment = Environment.of(settings);
    JudgeConfiguration configuration = JudgeConfiguration.from(environment);
    environment.finish();
    JudgeService service = JudgeService.start(configuration);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    if (settingsFromInput) {
      var _ = input.transferTo(OutputStream.nullOutputStream());
    } else {
      new CountDownLatch(1).await(); // until the process is stopped
    }
    return 0;
  }
}
