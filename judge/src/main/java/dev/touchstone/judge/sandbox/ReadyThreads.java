package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds threads that run or wait for a processor, by the scheduler's own state of each. The other
 * figures of the kernel miss some of them: {@code run_delay} in {@code schedstat} grows only when a
 * wait is over and is lost when a thread ends, and pressure is known for groups of version 2 alone.
 */
final class ReadyThreads {
  private static final char READY = 'R';

  private ReadyThreads() {}

  /** Whether one of the threads that a control group lists is ready. */
  static boolean inGroup(Path threads) {
    try {
      return Files.readAllLines(threads).stream()
          .anyMatch(thread -> isReady(Path.of("/proc", thread)));
    } catch (IOException e) {
      return false; // the run has just ended
    }
  }

  /** Whether one of the threads of the processes in a {@code /proc} is ready. */
  static boolean inProcesses(Path processes) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[1-9]*")) {
      for (Path process : all) {
        if (inProcess(process)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return false; // the run has just ended
    }
    return false;
  }

  private static boolean inProcess(Path process) {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        if (isReady(thread)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return false; // it has just ended
    }
    return false;
  }

  /**
   * Whether a thread is ready.
   *
   * @param thread its folder in {@code /proc}
   */
  static boolean isReady(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
      return stat.charAt(stat.lastIndexOf(')') + 2) == READY;
    } catch (IOException e) {
      return false; // it has just ended
    }
  }
}
