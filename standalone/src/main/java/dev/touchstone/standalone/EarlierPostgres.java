package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What still runs on a folder after a SIGKILL of the process that started it. */
final class EarlierPostgres {
  private static final Logger log = LoggerFactory.getLogger(EarlierPostgres.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private EarlierPostgres() {}

  /**
   * Stops the server that uses the folder, and what fills it for a new one.
   *
   * @throws ConfigurationException if it does not stop
   */
  static void stop(Path data) {
    server(data)
        .ifPresent(server -> {
          log.warn("Stopping the PostgreSQL that an earlier process left behind");
          server.destroy();
          await(server, data);
        });
    for (ProcessHandle process : setUp(data)) {
      process.destroyForcibly();
      await(process, data);
    }
  }

  private static void await(ProcessHandle process, Path data) {
    try {
      process.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new ConfigurationException(
          "A PostgreSQL (process %d) still runs on %s and does not stop. Stop it, then start again."
              .formatted(process.pid(), data));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<ProcessHandle> server(Path data) {
    try {
      Path file = data.resolve("postmaster.pid");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      // The number may have been given to another program since; PostgreSQL's is in its folder.
      return ProcessHandle.of(pid).filter(process -> worksIn(process, data));
    } catch (IOException | NumberFormatException e) {
      log.warn("postmaster.pid can't be read", e);
      return Optional.empty();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.isSameFile(folder, data);
    } catch (IOException e) {
      return false;
    }
  }

  /** An initdb, which would go on to write where the next one begins, before what it started. */
  private static List<ProcessHandle> setUp(Path data) {
    return ProcessHandle.allProcesses()
        .filter(process -> fills(process, data))
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .toList();
  }

  private static boolean fills(ProcessHandle process, Path data) {
    ProcessHandle.Info info = process.info();
    List<String> line =
        Stream.concat(info.command().stream(), info.arguments().stream().flatMap(Arrays::stream))
            .toList();
    return line.contains(data.toString())
        && line.stream().anyMatch(word -> word.endsWith("initdb"));
  }
}
