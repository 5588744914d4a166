package dev.touchstone.judge.command;

import dev.touchstone.judge.worker.JudgeConfiguration;
import dev.touchstone.judge.worker.JudgeService;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.telemetry.Logging;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code serve}: judges for the platform until it is stopped. */
@Command(
    name = ServeSubcommand.NAME,
    description = "Judges for the platform; judge/README.md lists the environment variables.",
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
    new CountDownLatch(1).await(); // until the process is stopped
    return 0;
  }
}
