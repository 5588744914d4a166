package dev.touchstone.judge.command;

import dev.touchstone.judge.worker.JudgeConfiguration;
import dev.touchstone.judge.worker.JudgeService;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.telemetry.Logging;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code serve}: works for the platform until it is stopped; set up by environment variables. */
@Command(
    name = ServeSubcommand.NAME,
    description = "Judges for the platform; set up by environment variables, see judge/README.md.",
    mixinStandardHelpOptions = true)
final class ServeSubcommand implements Callable<Integer> {
  static final String NAME = "serve";

  @Override
  public Integer call() throws InterruptedException {
    Logging.start();
    Environment environment = Environment.system();
    JudgeConfiguration configuration = JudgeConfiguration.from(environment);
    environment.finish();
    JudgeService service = JudgeService.start(configuration);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    new CountDownLatch(1).await(); // until the process is told to stop
    return 0;
  }
}
