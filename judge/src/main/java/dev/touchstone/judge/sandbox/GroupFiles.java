package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Reads and writes the small files that control groups consist of. */
final class GroupFiles {
  private static final Duration REMOVAL_TIMEOUT = Duration.ofSeconds(10);

  private GroupFiles() {}

  static void write(Path file, String value) {
    try {
      Files.writeString(file, value, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new SandboxException("The control group file " + file + " can't be written.", e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new SandboxException("The control group file " + file + " can't be read.", e);
    }
  }

  /** The number behind a key in lines such as {@code oom_kill 1}; 0 if it is missing. */
  static long number(String lines, String key) {
    return lines
        .lines()
        .filter(line -> line.startsWith(key + " "))
        .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SandboxException("The control group " + folder + " can't be created.", e);
    }
  }

  /** Whether a group has no other threads; the kernel lists only those that are alive. */
  static boolean holdsOnly(Path threads, int... known) {
    List<String> numbers = IntStream.of(known).mapToObj(Integer::toString).toList();
    return numbers.containsAll(read(threads).lines().toList());
  }

  /** Sends SIGKILL to all members until none is left: they may fork meanwhile. */
  static void killMembers(Path folder) {
    for (int round = 0; round < 1000; round++) {
      List<String> members = read(folder.resolve("cgroup.procs")).lines().toList();
      if (members.isEmpty()) {
        return;
      }
      members.forEach(
          pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
      pause(1 + round / 10);
    }
    throw new SandboxException("Processes in " + folder + " do not end after SIGKILL.");
  }

  /** Kills what is left in a group and removes it. */
  static void clear(Path folder) {
    killMembers(folder);
    remove(folder);
  }

  /** The kernel allows this only after it has removed the processes of the group. */
  static void remove(Path folder) {
    long deadline = System.nanoTime() + REMOVAL_TIMEOUT.toNanos();
    for (int round = 0; System.nanoTime() < deadline; round++) {
      try {
        Files.deleteIfExists(folder);
        return;
      } catch (DirectoryNotEmptyException e) {
        break;
      } catch (IOException e) {
        pause(1 + round / 10);
      }
    }
    throw new SandboxException("The control group " + folder + " can't be removed.");
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while cleaning up.", e);
    }
  }
}
