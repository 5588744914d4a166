package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.ServiceServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of the judge. It has the judge's own class path and no secret but the judge's token,
 * and it ends when this process does, because it stops at the end of its input.
 */
final class JudgeProcess {
  private static final Logger log = LoggerFactory.getLogger(JudgeProcess.class);

  /**
   * Ctrl-C and the end of a terminal reach all its processes, but only this one decides when the
   * judge stops.
   */
  private static final List<String> WITHOUT_SIGNALS_OF_THE_TERMINAL =
      List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  /** A system property: the options of the judge's JVM that the start script chose, one a line. */
  private static final String OPTIONS = "touchstone.judge.options";

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** It returns its work to the queue first. */
  private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);

  private final Process process;

  private JudgeProcess(Process process) {
    this.process = process;
  }

  /**
   * What the judge is started with.
   *
   * @param options of its JVM, after those of the start script
   * @param variables its settings, which replace those of this process
   * @param address where it reports its health
   */
  record Settings(
      List<String> options, Map<String, String> variables, ServiceServer.Address address) {}

  /** Starts the judge; it is not ready yet. */
  static JudgeProcess start(Settings settings) {
    ProcessBuilder builder =
        new ProcessBuilder(command(settings.options()))
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE);
    builder.environment().keySet().removeIf(Wiring::isSetting);
    builder.environment().putAll(settings.variables());
    try {
      return new JudgeProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it is ready.
   *
   * @throws ConfigurationException if it ends instead; it has printed the reason
   */
  void awaitReady(ServiceServer.Address address) throws InterruptedException {
    URI ready = URI.create("http://%s:%d/ready".formatted(address.host(), address.port()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isReady(client, ready)) {
        if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new ConfigurationException(
              "The judge did not start (status %d), for the reason printed before this line."
                  .formatted(process.exitValue()));
        }
      }
    }
  }

  /** Waits until it ends and returns its exit status. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops it, after it has returned its work to the queue. */
  void stop() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      log.debug("The judge has already ended", e);
    }
    if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("The judge does not stop; its leases will expire");
      process.destroyForcibly();
    }
  }

  private static List<String> command(List<String> options) {
    List<String> command = new ArrayList<>(WITHOUT_SIGNALS_OF_THE_TERMINAL);
    command.add(ProcessHandle.current().info().command().orElse("java"));
    System.getProperty(OPTIONS, "").lines().forEach(command::add);
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED"); // the sandbox calls the C library
    command.addAll(List.of("-cp", JudgeClassPath.find(), JudgeClassPath.MAIN));
    command.addAll(List.of("serve", "--until-input-ends"));
    return command;
  }

  private static boolean isReady(HttpClient client, URI ready) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(ready).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }
}
