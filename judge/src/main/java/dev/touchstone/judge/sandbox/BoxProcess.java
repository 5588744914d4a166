package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A program in its box, from the start of bubblewrap to the end of the box's last process. Used by
 * the thread that starts it; {@link #kill} by any.
 */
final class BoxProcess implements AutoCloseable {
  static final int LONGEST_REPORT = 4096;
  private static final int SIGNAL_KILL = 9;
  private static final int OWN_CHILDREN_ONLY = 0x20000000; // __WNOTHREAD
  private static final int READABLE = 1; // POLLIN
  private static final int SIGNAL_BITS = 0x7f;
  private static final int FIRST_SIGNAL_CODE = 128;
  private static final int LAST_SIGNAL = 64;
  private static final int RESOURCE_USAGE_BYTES = 144;

  private final Descriptors descriptors;
  private final int report;
  private final int gate;

  /** Bubblewrap outside of the box; its end is the end of the box. */
  private final int monitor;

  /** The first process inside, with its id on the host. */
  private final int first;

  private final int firstHandle;
  private final Optional<InitTracer> tracer;
  private boolean closed;

  // Set while waiting, by one thread.
  private boolean programEnded;
  private int code;
  private Duration cpuTime = Duration.ZERO;
  private long largest;

  /**
   * How the program ended.
   *
   * @param ran whether it was started
   * @param exitCode 0 where a signal ended it
   * @param signal 0 for none
   * @param cpuTime of the processes in the box that were waited for, and of making it; zero where
   *     the first process ended before it was traced
   * @param largestBytes the most memory that any one of them used
   */
  record End(boolean ran, int exitCode, int signal, Duration cpuTime, long largestBytes) {}

  /** Takes over a box whose first process waits; without a tracer it has just ended. */
  BoxProcess(
      Descriptors descriptors,
      int report,
      int gate,
      int monitor,
      int first,
      Optional<InitTracer> tracer) {
    this.descriptors = descriptors;
    this.report = report;
    this.gate = gate;
    this.monitor = monitor;
    this.first = first;
    this.firstHandle = handle(descriptors, first);
    this.tracer = tracer;
  }

  /** The first process inside, to be limited and accounted for before it is released. */
  int first() {
    return first;
  }

  /** Bubblewrap's own processes, which live as long as the box. */
  int[] own() {
    return new int[] {monitor, first};
  }

  /** Lets the program start. */
  void release() {
    try (Arena arena = Arena.ofConfined()) {
      SystemCall.WRITE.attempt(gate, arena.allocate(1).address(), 1);
    }
    descriptors.close(gate);
  }

  /** Kills everything in the box. */
  synchronized void kill() {
    if (!closed) {
      // All others end with the first process, and then bubblewrap, which waits for it.
      SystemCall.PIDFD_SEND_SIGNAL.attempt(firstHandle, SIGNAL_KILL);
    }
  }

  /**
   * Waits until the program itself has ended. Other processes of the box may still run; the first
   * one stands still until {@link #await}.
   *
   * @return empty where that is seen only when the box ends
   */
  Optional<End> awaitProgram() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(JAVA_INT);
      MemorySegment usage = arena.allocate(RESOURCE_USAGE_BYTES, 8);
      boolean more = true;
      while (more && !programEnded) {
        more = waitForOne(status, usage);
      }
    }
    return programEnded ? Optional.of(end(true)) : Optional.empty();
  }

  /** If the program has ended, ends the rest of the box; waits until the box is empty. */
  End await() {
    if (programEnded) {
      kill();
      tracer.ifPresent(InitTracer::goOn);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(JAVA_INT);
      MemorySegment usage = arena.allocate(RESOURCE_USAGE_BYTES, 8);
      while (waitForOne(status, usage)) {
        if (programEnded) {
          kill();
          tracer.ifPresent(InitTracer::goOn);
        }
      }
      awaitFirst(arena);
      return end(Descriptors.readLine(report, LONGEST_REPORT).contains("exit-code"));
    }
  }

  /** Waits for a process to stop or end; false if there is none left. */
  private boolean waitForOne(MemorySegment status, MemorySegment usage) {
    long process = -SystemCall.EINTR;
    while (process == -SystemCall.EINTR) {
      process =
          SystemCall.WAIT4.attempt(
              -1, status.address(), InitTracer.ANY_KIND | OWN_CHILDREN_ONLY, usage.address());
    }
    if (process < 0) {
      return false;
    }
    int value = status.get(JAVA_INT, 0);
    if (InitTracer.stopped(value)) {
      programEnded = tracer.isPresent() && tracer.get().look((int) process, value);
      return true;
    }
    code = process == monitor ? value : code;
    if (process == first) {
      // Bubblewrap's own usage is meaningless: it started with this process's memory.
      cpuTime = time(usage, 0).plus(time(usage, 16));
      largest = usage.get(JAVA_LONG, 32) << 10;
    }
    return true;
  }

  private End end(boolean ran) {
    int exact = tracer.map(InitTracer::status).orElse(OptionalInt.empty()).orElse(shell(code));
    return new End(ran, exact >> 8 & 0xff, exact & SIGNAL_BITS, cpuTime, largest);
  }

  @Override
  public synchronized void close() {
    closed = true;
    descriptors.close();
  }

  /** Waits for the first process, which is not a child of this one unless it is traced. */
  private void awaitFirst(Arena arena) {
    MemorySegment poll = arena.allocate(8, 8);
    poll.set(JAVA_INT, 0, firstHandle);
    poll.set(JAVA_INT, 4, READABLE);
    SystemCall.PPOLL.call(poll.address(), 1, 0, 0, 0);
  }

  /** The program's status by that of bubblewrap: like a shell's, a code above 128 is a signal. */
  private static int shell(int status) {
    int code = status >> 8 & 0xff;
    boolean signaled = code > FIRST_SIGNAL_CODE && code <= FIRST_SIGNAL_CODE + LAST_SIGNAL;
    return signaled ? code - FIRST_SIGNAL_CODE : status;
  }

  private static int handle(Descriptors descriptors, int process) {
    long handle = SystemCall.PIDFD_OPEN.attempt(process, 0);
    return handle < 0 ? -1 : descriptors.own(handle);
  }

  /** A {@code struct timeval}. */
  private static Duration time(MemorySegment usage, long offset) {
    return Duration.ofSeconds(usage.get(JAVA_LONG, offset))
        .plusNanos(usage.get(JAVA_LONG, offset + 8) * 1000);
  }
}
