package dev.touchstone.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What processes have used so far.
 *
 * @param cpuMillis processor time
 * @param memoryMb resident memory now; what processes share counts once
 */
public record ProcessFigures(long cpuMillis, int memoryMb) {
  /** The kernel's unit of processor time for programs, the same on every Linux. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;
  private static final int KIB = 1024;

  /** Reads the figures of processes; those that have ended count nothing. */
  public static ProcessFigures of(Collection<ProcessHandle> processes) {
    long cpu = 0;
    long kib = 0;
    for (ProcessHandle process : processes) {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      cpu += cpuMillis(folder);
      kib += processes.size() == 1 ? kib(folder, "status", "VmRSS") : pss(folder);
    }
    return new ProcessFigures(cpu, (int) (kib / KIB));
  }

  /** The most memory that a process ever had, in MB. */
  public static int mostMemoryMb(ProcessHandle process) {
    return (int) (kib(Path.of("/proc", Long.toString(process.pid())), "status", "VmHWM") / KIB);
  }

  private static long pss(Path folder) {
    return kib(folder, "smaps_rollup", "Pss");
  }

  private static long cpuMillis(Path folder) {
    List<String> lines = lines(folder.resolve("stat"));
    if (lines.isEmpty()) {
      return 0;
    }
    // The name in front may contain blanks.
    String[] fields = lines.getFirst().replaceFirst(".*\\) ", "").split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]))
        * MILLIS_PER_TICK;
  }

  private static long kib(Path folder, String file, String field) {
    return lines(folder.resolve(file)).stream()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      if (Files.exists(file.getParent())) {
        throw new UncheckedIOException(e);
      }
      return List.of(); // it has ended
    }
  }
}
