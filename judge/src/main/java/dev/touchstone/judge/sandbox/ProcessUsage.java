package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds up what the processes of a box use, where no control group does. It misses what happens
 * between two checks, memory that is mapped nowhere, and the CPU time of children that their parent
 * does not wait for; the limits of each process and the wall time limit confine those. Thread-safe.
 */
final class ProcessUsage implements Usage {
  /** Of the clock in {@code /proc/PID/stat}, the same on all architectures (USER_HZ). */
  private static final int TICKS_PER_SECOND = 100;

  // Fields of /proc/PID/stat (proc(5)), counted from the one behind the program's name.
  private static final int FIRST_TIME = 11; // utime, stime, cutime, cstime
  private static final int LAST_TIME = 14;
  private static final int RESIDENT_PAGES = 21;

  /** In /proc/PID/smaps_rollup, in KiB. */
  private static final String SHARE = "Pss:";

  private static final int PAGE_BYTES = pageBytes();

  /** The box's own list of processes: it contains only the box's processes. */
  private final Path processes;

  private final long memoryLimit;
  private volatile Duration cpuTime = Duration.ZERO;
  private volatile long peakMemory;

  /**
   * Looks at a box.
   *
   * @param first the first process inside, with its id on the host
   * @param memoryLimit in bytes
   */
  ProcessUsage(int first, long memoryLimit) {
    this.processes = Path.of("/proc", Integer.toString(first), "root", "proc");
    this.memoryLimit = memoryLimit;
  }

  @Override
  public synchronized void look() {
    if (isOurs()) {
      return; // the box is still being made, or has ended and its number is another's
    }
    long ticks = 0;
    long memory = 0;
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(processes, "[1-9]*")) {
      for (Path process : found) {
        String[] fields = fields(process);
        if (fields.length > RESIDENT_PAGES) {
          all.add(process);
          for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
          }
          memory += residentBytes(fields);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // the box has just ended
    }
    cpuTime =
        Duration.ofSeconds(ticks / TICKS_PER_SECOND)
            .plusMillis(ticks % TICKS_PER_SECOND * (1000 / TICKS_PER_SECOND));
    // Exact figures are expensive, and the rough ones are never too low.
    long used = memory > memoryLimit ? shares(all) : memory;
    if (used > memoryLimit) {
      // When a process ends between two readings, the other's share of common pages grows.
      used = Math.min(used, shares(all));
    }
    peakMemory = Math.max(peakMemory, used);
  }

  @Override
  public synchronized void ended(BoxProcess.End end) {
    cpuTime = cpuTime.compareTo(end.cpuTime()) > 0 ? cpuTime : end.cpuTime();
    peakMemory = Math.max(peakMemory, end.largestBytes());
  }

  @Override
  public Duration cpuTime() {
    return cpuTime;
  }

  @Override
  public long peakMemory() {
    return peakMemory;
  }

  @Override
  public boolean ready() {
    return !isOurs() && ReadyThreads.inProcesses(processes);
  }

  @Override
  public boolean outOfMemory() {
    return peakMemory > memoryLimit;
  }

  /** Whether this is the list of the judge itself: only that one has a {@code self} for it. */
  private boolean isOurs() {
    try {
      Files.readSymbolicLink(processes.resolve("self"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String[] fields(Path process) {
    try {
      // The program chooses its name, which may be no text.
      String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      return new String[0]; // it has just ended
    }
  }

  private static long residentBytes(String[] fields) {
    return fields.length > RESIDENT_PAGES ? Long.parseLong(fields[RESIDENT_PAGES]) * PAGE_BYTES : 0;
  }

  private static long shares(List<Path> processes) {
    return processes.stream().mapToLong(ProcessUsage::share).sum();
  }

  /** The memory of a process, in which pages shared with others count in part. */
  private static long share(Path process) {
    try (Stream<String> lines = Files.lines(process.resolve("smaps_rollup"))) {
      return lines
              .filter(line -> line.startsWith(SHARE))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
              .sum()
          << 10;
    } catch (IOException | UncheckedIOException e) {
      // It has just ended and has no memory, or it has closed itself off from its own user.
      return residentBytes(fields(process));
    }
  }

  @SuppressWarnings("restricted") // calls native code
  private static int pageBytes() {
    Linker linker = Linker.nativeLinker();
    try {
      return (int)
          linker
              .downcallHandle(
                  linker.defaultLookup().findOrThrow("getpagesize"),
                  FunctionDescriptor.of(JAVA_INT))
              .invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("getpagesize could not be called.", e);
    }
  }
}
