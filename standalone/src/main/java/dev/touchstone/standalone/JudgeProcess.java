package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.ServiceServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of the judge. It has no secret but the judge's token, and it ends when this process
 * does, because it stops at the end of its input, on which it first gets its settings.
 */
final class JudgeProcess {
  private static final Logger log = LoggerFactory.getLogger(JudgeProcess.class);

  /**
   * A system property: the command that starts the judge, one argument a line. The start script
   * chooses it; if root starts the platform, it asks the process that may start a judge as root.
   */
  private static final String COMMAND = "touchstone.judge.command";

  /** Read by the judge before its settings. */
  private static final Set<String> INHERITED =
      Set.of("TOUCHSTONE_LANGUAGES_DIR", "TOUCHSTONE_LOG_LEVEL");

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** It returns its work to the queue first. */
  private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);

  private final Process process;

  private JudgeProcess(Process process) {
    this.process = process;
  }

  /**
   * What the judge works with.
   *
   * @param variables its settings, without the folder of its data, which its command names
   * @param address where it reports its health
   */
  record Settings(Map<String, String> variables, ServiceServer.Address address) {}

  /** Starts the judge; it waits for its settings. */
  static JudgeProcess start() {
    List<String> command = System.getProperty(COMMAND, "").lines().toList();
    if (command.isEmpty()) {
      throw new ConfigurationException(
          "Start Touchstone with `./touchstone up`: the property %s, which the script sets, is missing."
              .formatted(COMMAND));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE);
    builder
        .environment()
        .keySet()
        .removeIf(name -> Wiring.isSetting(name) && !INHERITED.contains(name));
    try {
      return new JudgeProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it its settings, upon which it starts to work. */
  void configure(Settings settings) {
    StringBuilder text = new StringBuilder();
    settings
        .variables()
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\0'));
    try {
      OutputStream input = process.getOutputStream();
      input.write(text.append('\0').toString().getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      log.debug("The judge has already ended", e); // which awaitReady() and awaitEnd() report
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

  private static boolean isReady(HttpClient client, URI ready) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(ready).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    }
  }
}
