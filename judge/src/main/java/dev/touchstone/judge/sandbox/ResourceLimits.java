package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sets the limits of the first process in a box; the processes that it starts inherit them. */
final class ResourceLimits {
  // asm-generic/resource.h
  private static final int CPU = 0;
  private static final int FILE_SIZE = 1;
  private static final int DATA = 2;
  private static final int STACK = 3;
  private static final int CORE = 4;
  private static final int PROCESSES = 6;
  private static final int OPEN_FILES = 7;
  private static final int LOCKED_MEMORY = 8;
  private static final int MESSAGE_QUEUES = 12;
  private static final int NICE = 13;
  private static final int REAL_TIME_PRIORITY = 14;

  private static final long CORE_BYTES = coreBytes(Path.of("/proc/sys/kernel/core_pattern"));

  private static final int MOST_OPEN_FILES = 512;

  /** How many stacks of full size fit into the memory of a program. */
  private static final int STACKS = 4;

  /**
   * How far the data of one process may exceed the memory of the box. The judge then sees the
   * excess and gives MLE before the kernel refuses more memory.
   */
  private static final long MARGIN = 256L << 20;

  private ResourceLimits() {}

  /**
   * Limits a process of the calling thread's user.
   *
   * @param alone whether no control group limits the box as a whole
   */
  static void set(int process, RunLimits limits, boolean alone) {
    set(process, CORE, CORE_BYTES);
    // One byte more than allowed, to distinguish a file of exactly the allowed size from a cut one.
    set(process, FILE_SIZE, limits.outputBytes() + 1);
    set(process, OPEN_FILES, MOST_OPEN_FILES);
    // The stack may grow until memory is used up, because deep recursion is not an error. But a
    // new thread gets a stack of this size, which counts as data even before it is used.
    set(process, STACK, stack(limits, alone));
    set(process, LOCKED_MEMORY, 0);
    set(process, MESSAGE_QUEUES, 0);
    // Whoever started the judge may be allowed to stand before everything else on the machine.
    set(process, NICE, 0);
    set(process, REAL_TIME_PRIORITY, 0);
    if (alone) {
      // Not the address space: virtual machines reserve far more of it than they ever use.
      set(process, DATA, 2 * limits.memoryBytes() + MARGIN);
      set(process, PROCESSES, UserTasks.limit(process, limits.processes()));
      set(process, CPU, cpuSeconds(limits.cpuTime()));
    }
  }

  /**
   * The largest memory image of a program that crashed. Where the machine gives images to a
   * handler, the kernel starts that with root's privileges outside of the box, even for an image of
   * 0 bytes. It does not with a limit of 1, which marks handlers that crash themselves
   * (fs/coredump.c).
   */
  static long coreBytes(Path pattern) {
    try {
      String text = Files.readString(pattern);
      return text.startsWith("|") || text.startsWith("@") ? 1 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The CPU time of a process, which only ends what the judge doesn't see in time. The kernel
   * counts it in ticks of its clock (kernel/time/posix-cpu-timers.c): on a busy virtual machine
   * that was a sixth more than the process had used, and a program must not be killed within its
   * limit.
   */
  static long cpuSeconds(Duration limit) {
    return limit.multipliedBy(2).toSeconds() + 1;
  }

  static long stack(RunLimits limits, boolean alone) {
    return alone ? limits.memoryBytes() / STACKS : limits.memoryBytes();
  }

  private static void set(int process, int resource, long value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(JAVA_LONG, 2); // soft and hard
      limit.setAtIndex(JAVA_LONG, 0, value);
      limit.setAtIndex(JAVA_LONG, 1, value);
      if (SystemCall.PRLIMIT64.attempt(process, resource, limit.address(), 0) == 0) {
        return;
      }
      // The process that started the judge has set a lower one, which only root may raise.
      SystemCall.PRLIMIT64.call(process, resource, 0, limit.address());
      long hard = limit.getAtIndex(JAVA_LONG, 1);
      long least = Long.compareUnsigned(hard, value) < 0 ? hard : value;
      limit.setAtIndex(JAVA_LONG, 0, least);
      limit.setAtIndex(JAVA_LONG, 1, least);
      SystemCall.PRLIMIT64.call(process, resource, limit.address(), 0);
    }
  }
}
