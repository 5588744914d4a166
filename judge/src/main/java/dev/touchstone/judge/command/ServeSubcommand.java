package dev.touchstone.judge.command;

import dev.touchstone.judge.worker.JudgeConfiguration;
import dev.touchstone.judge.worker.JudgeService;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.telemetry.Logging;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      names = "--until-input-ends",
      description = "Stop at the end of standard input, so that the judge ends with its starter.")
  private boolean untilInputEnds;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Logging.start();
    Environment environment = Environment.system();
    JudgeConfiguration configuration = JudgeConfiguration.from(environment);
    environment.finish();
    JudgeService service = JudgeService.start(configuration);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    if (untilInputEnds) {
      var _ = System.in.transferTo(OutputStream.nullOutputStream());
    } else {
      new CountDownLatch(1).await(); // until the process is stopped
    }
    return 0;
  }
}
