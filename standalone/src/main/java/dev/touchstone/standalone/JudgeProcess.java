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
 * The judge, in a process of its own: heavy code there stops nothing else, and it knows no secret
 * but its own. A shell starts it again whenever it ends. Both end when this process does, because
 * the judge stops at the end of its input. Thread-safe.
 */
final class JudgeProcess implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JudgeProcess.class);

  /**
   * Ctrl-C reaches all processes of a terminal, but only this one decides when the judge stops. The
   * judge ends with 0 if it was stopped and with 2 if it can't start.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP
      pause=1
      while :; do
        start=$(date +%s)
        "$@"
        status=$?
        case $status in 0 | 2) exit "$status" ;; esac
        echo "touchstone: The judge ended unexpectedly (status $status) and is restarted; nothing is lost." >&2
        [ $(($(date +%s) - start)) -lt 60 ] || pause=1
        sleep "$pause"
        pause=$((pause < 16 ? pause * 2 : 30))
      done
      """;

  /** A system property: the options of the judge's JVM that the start script chose, one a line. */
  private static final String OPTIONS = "touchstone.judge.options";

  private static final int CANNOT_START = 2;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** It returns its work to the queue first. */
  private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);

  private final Process shell;

  private JudgeProcess(Process shell) {
    this.shell = shell;
  }

  /**
   * What the judge is started with.
   *
   * @param options of its JVM, after those of {@link #OPTIONS}
   * @param variables its settings, which replace those of this process
   * @param address where it reports its health
   */
  record Settings(
      List<String> options, Map<String, String> variables, ServiceServer.Address address) {}

  /**
   * Starts the judge and waits until it is ready.
   *
   * @param lost called if it ended and can't be started again
   * @throws ConfigurationException if it can't be started; it has printed the reason
   */
  static JudgeProcess start(Settings settings, Runnable lost) {
    ProcessBuilder builder = new ProcessBuilder(command(settings.options())).inheritIO();
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    builder.environment().keySet().removeIf(Wiring::isSetting);
    builder.environment().putAll(settings.variables());
    try {
      JudgeProcess judge = new JudgeProcess(builder.start());
      judge.awaitReady(settings.address());
      var _ = judge.shell.onExit().thenRun(lost);
      return judge;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the judge, which returns its work to the queue. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      log.debug("The judge has already ended", e);
    }
    try {
      if (!shell.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        log.warn("The judge does not stop; its leases will expire");
        List<ProcessHandle> processes = shell.descendants().toList();
        shell.destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(List<String> options) {
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", java));
    System.getProperty(OPTIONS, "").lines().forEach(command::add);
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED"); // the sandbox calls the C library
    command.addAll(List.of("-cp", JudgeClassPath.find(), JudgeClassPath.MAIN));
    command.addAll(List.of("serve", "--until-input-ends"));
    return command;
  }

  private void awaitReady(ServiceServer.Address address) {
    URI ready = URI.create("http://%s:%d/ready".formatted(address.host(), address.port()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isReady(client, ready)) {
        if (shell.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new ConfigurationException(
              shell.exitValue() == CANNOT_START
                  ? "The judge can't start, for the reason printed before this line."
                  : "The judge can't be started.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConfigurationException("The start was interrupted.");
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
