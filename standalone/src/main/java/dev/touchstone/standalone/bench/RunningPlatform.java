package dev.touchstone.standalone.bench;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A platform in its own processes on a new data folder, as {@code ./touchstone up} starts it. What
 * it prints goes to a file beside the folder.
 */
public final class RunningPlatform implements AutoCloseable {
  /**
   * A system property: the command that starts it, one argument a line, with the folder of the data
   * as {@code {data}}.
   */
  private static final String COMMAND = "touchstone.platform.command";

  private static final Pattern READY =
      Pattern.compile("Touchstone is ready: (http\\S+)\\R(?s:.*)Ctrl-C stops it\\.");
  private static final Pattern PASSWORD = Pattern.compile("password +([a-z2-9]{20})");

  /** Of PostgreSQL's file with its process, from 0. */
  private static final int PORT_LINE = 3;

  private static final long PAUSE_MILLIS = 100;
  private static final long STOP_SECONDS = 90;

  private final Process process;
  private final Path data;
  private final Path output;
  private URI address = URI.create("http://127.0.0.1");

  private RunningPlatform(Process process, Path data, Path output) {
    this.process = process;
    this.data = data;
    this.output = output;
  }

  /**
   * Starts it; {@link #awaitReady} waits for it.
   *
   * @param folder for its data and its output; exists
   * @param settings environment variables
   */
  public static RunningPlatform begin(Path folder, Map<String, String> settings) {
    List<String> command = System.getProperty(COMMAND, "").lines().toList();
    if (command.isEmpty()) {
      throw new ConfigurationException(
          "Start the benchmark with `./touchstone bench`: the property %s, which the script sets, is missing."
              .formatted(COMMAND));
    }
    Path data = folder.resolve("data");
    Path output = folder.resolve("platform.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                command.stream().map(each -> each.replace("{data}", data.toString())).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    try {
      return new RunningPlatform(builder.start(), data, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it is ready. */
  public void awaitReady() throws InterruptedException {
    Matcher matcher = READY.matcher(printed());
    while (!matcher.find()) {
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new ConfigurationException("The platform did not start:\n" + printed());
      }
      matcher = READY.matcher(printed());
    }
    address = URI.create(matcher.group(1));
  }

  /** Its public address. */
  public URI address() {
    return address;
  }

  /** The administrator's password, which a first start shows. */
  public String password() {
    Matcher matcher = PASSWORD.matcher(printed());
    if (!matcher.find()) {
      throw new IllegalStateException("No password was shown: " + printed());
    }
    return matcher.group(1);
  }

  /** The process of the services. */
  public ProcessHandle services() {
    return java(false);
  }

  /** The process of the judge, without the programs that it judges. */
  public ProcessHandle judge() {
    return java(true);
  }

  /** PostgreSQL's processes. */
  public List<ProcessHandle> database() {
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    return Stream.concat(Stream.of(server), server.descendants()).toList();
  }

  /** The connection that a service has to its database. */
  public Connection connect(String database) throws SQLException {
    try {
      String password = Files.readString(data.resolve("secrets/database-" + database)).strip();
      String port = pidFile().get(PORT_LINE);
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + port + "/" + database, database, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessHandle java(boolean judge) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .filter(each -> arguments(each).contains("serve") == judge)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> arguments(ProcessHandle process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return List.of(line.split("\0"));
    } catch (IOException e) {
      return List.of(); // it has ended
    }
  }

  private List<String> pidFile() {
    try {
      return Files.readAllLines(data.resolve("postgresql/data/postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
