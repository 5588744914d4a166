package dev.touchstone.standalone.bench;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, whose output goes to a file. */
public final class ServiceProcess implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final long START_SECONDS = 120;
  private static final long STOP_SECONDS = 20;

  private final String name;
  private final Process process;
  private final Path output;

  private ServiceProcess(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a program.
   *
   * @param variables the environment, beside that of this process
   * @param folder for its output
   */
  public static ServiceProcess start(
      String name, List<String> command, Map<String, String> variables, Path folder) {
    Path output = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    try {
      return new ServiceProcess(name, builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The command that starts one of our services, which is on our class path.
   *
   * @param main its main class
   * @param options a file with the options of its JVM
   */
  public static List<String> command(Class<?> main, Path options) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + options,
        "-cp",
        System.getProperty("java.class.path"),
        main.getName());
  }

  /** Waits until it answers. */
  public void awaitReady(int port, String path) throws InterruptedException {
    byte[] request = RawConnection.get(path, Map.of());
    long start = System.nanoTime();
    while (!answers(port, request)) {
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
          || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(START_SECONDS)) {
        throw new ConfigurationException(
            "%s did not start:%n%s".formatted(name, FileTail.of(output)));
      }
    }
  }

  private static boolean answers(int port, byte[] request) {
    try (RawConnection connection = RawConnection.to(port)) {
      return connection.exchange(request) == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** It and the processes that it has started. */
  public List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    process.descendants().forEach(all::add);
    return all;
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(STOP_SECONDS));
  }

  /** Asks it to end, and ends it if it has not after this time. */
  public void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
