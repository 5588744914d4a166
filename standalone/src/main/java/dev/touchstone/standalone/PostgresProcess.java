package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of a data folder: ours, or one that survived a SIGKILL of the process that
 * started it or of the server itself.
 */
final class PostgresProcess {
  private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** The line of postmaster.pid with the port (PostgreSQL's miscadmin.h). */
  private static final int PORT_LINE = 3;

  private PostgresProcess() {}

  /** The server that was last started on the folder. */
  static Optional<ProcessHandle> of(Path data) {
    try {
      Path file = data.resolve("postmaster.pid");
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      log.warn("postmaster.pid is not readable", e);
      return Optional.empty();
    }
  }

  /**
   * Refuses a folder that a platform has never started on.
   *
   * @param root the data folder, whose files are not touched
   */
  static void requireData(Path root) {
    if (!Files.isDirectory(root.resolve("postgresql/data"))) {
      throw new ConfigurationException(
          "There is no data of Touchstone in %s. Name the folder with --data-dir.".formatted(root));
    }
  }

  /** The port of the server that runs on the files, if any. */
  static Optional<Integer> port(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      boolean runs =
          ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
              .map(ProcessHandle::isAlive)
              .orElse(false);
      return runs ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip())) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new ConfigurationException(
          file + " is not readable. Run this as the user who started Touchstone.");
    }
  }

  /** Whether it is running. A zombie counts as ended. */
  static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      // The state follows the name in brackets; see proc_pid_stat(5).
      String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !line.startsWith(") Z", line.lastIndexOf(')'));
    } catch (IOException e) {
      return process.isAlive();
    }
  }

  /**
   * Stops the server that uses the folder, and an initdb that is filling it.
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
    end(setUp(data), data);
    end(orphans(data), data); // only now, for until its end an initdb starts more of them
    of(data).ifPresent(server -> forget(server, data));
  }

  private static void end(List<ProcessHandle> processes, Path data) {
    for (ProcessHandle process : processes) {
      process.destroyForcibly();
      await(process, data);
    }
  }

  private static void await(ProcessHandle process, Path data) {
    long start = System.nanoTime();
    while (isRunning(process)) {
      if (System.nanoTime() - start > STOP_TIMEOUT.toNanos()) {
        throw new ConfigurationException(
            "A PostgreSQL (process %d) is still using %s and does not stop. Stop it, then start again."
                .formatted(process.pid(), data));
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** PostgreSQL takes a zombie for a running server. */
  private static void forget(ProcessHandle server, Path data) {
    try {
      if (server.isAlive() && !isRunning(server)) {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      }
    } catch (IOException e) {
      log.warn("postmaster.pid cannot be deleted", e);
    }
  }

  private static Optional<ProcessHandle> server(Path data) {
    // The process id may belong to another program by now; a server's working folder is its data.
    return of(data).filter(process -> worksIn(process, data));
  }

  /** The children of a killed server, which prevent a new start. */
  private static List<ProcessHandle> orphans(Path data) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .filter(process -> worksIn(process, data))
        .toList();
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.isSameFile(folder, data);
    } catch (IOException e) {
      return false;
    }
  }

  /** A running initdb, before its children: it would write where the next one begins. */
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
