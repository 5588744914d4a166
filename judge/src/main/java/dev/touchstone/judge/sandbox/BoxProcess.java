package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program in its box, from the start of bubblewrap to the end of the box's last process. Used by
 * the thread that starts it; {@link #kill} by any.
 */
final class BoxProcess implements AutoCloseable {
  // Descriptors that bubblewrap gets; see BoxCommandLine.
  static final int FILTER = 3;
  static final int REPORT = 4;
  static final int GATE = 5;
  private static final int OPTIONS = 6;

  private static final Pattern CHILD = Pattern.compile("\"child-pid\": (\\d+)");
  private static final int LONGEST_REPORT = 4096;
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

  /**
   * How the program ended.
   *
   * @param ran whether it was started at all
   * @param exitCode 0 where a signal ended it
   * @param signal 0 for none
   * @param cpuTime of the processes in the box that were waited for, and of making it; zero where
   *     the first process could not be traced
   * @param largestBytes the most memory that any one of them used
   */
  record End(boolean ran, int exitCode, int signal, Duration cpuTime, long largestBytes) {}

  private BoxProcess(Descriptors descriptors, int report, int gate, int monitor, int first) {
    this.descriptors = descriptors;
    this.report = report;
    this.gate = gate;
    this.monitor = monitor;
    this.first = first;
    this.firstHandle = handle(descriptors, first);
    this.tracer = InitTracer.begin(first);
  }

  /**
   * Starts bubblewrap, which makes the box and waits there until it is released.
   *
   * @param options for bubblewrap, beside those that {@link #line} gives
   * @param spawn starts a program with the given descriptors as its first ones
   * @throws SandboxException if there is no box
   */
  static BoxProcess start(
      Command command, Path filter, List<String> options, ToIntFunction<int[]> spawn) {
    Descriptors descriptors = new Descriptors();
    try {
      int[] report = descriptors.pipe();
      int[] gate = descriptors.pipe();
      int[] given = {
        descriptors.reading(command.input()),
        descriptors.writing(command.output()),
        descriptors.writing(command.error()),
        descriptors.reading(filter),
        report[1],
        gate[0],
        descriptors.holding(String.join("\0", options) + "\0")
      };
      int monitor = spawn.applyAsInt(given);
      for (int descriptor : given) {
        descriptors.close(descriptor);
      }
      Matcher child = CHILD.matcher(Descriptors.readLine(report[0], LONGEST_REPORT));
      if (!child.find()) {
        SystemCall.PIDFD_SEND_SIGNAL.attempt(handle(descriptors, monitor), SIGNAL_KILL);
        SystemCall.WAIT4.call(monitor, 0, 0, 0);
        throw new SandboxException("bubblewrap made no box");
      }
      return new BoxProcess(
          descriptors, report[0], gate[1], monitor, Integer.parseInt(child.group(1)));
    } catch (RuntimeException e) {
      descriptors.close();
      throw e;
    }
  }

  /**
   * What is to be spawned. The options come by a descriptor, as a command line could be read inside
   * the box.
   */
  static List<String> line(Path bubblewrap, Command command) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(bubblewrap.toString(), "--args", Integer.toString(OPTIONS), "--"));
    line.addAll(command.arguments());
    return line;
  }

  /** The first process inside, to be limited and accounted for before it is released. */
  int first() {
    return first;
  }

  /** Lets the program start. */
  void release() {
    try (Arena arena = Arena.ofConfined()) {
      SystemCall.WRITE.attempt(gate, arena.allocate(1).address(), 1);
    }
    descriptors.close(gate);
  }

  /** Kills all that is in the box. */
  synchronized void kill() {
    if (!closed) {
      // With the first process all others end, and then bubblewrap, which waits for it.
      SystemCall.PIDFD_SEND_SIGNAL.attempt(firstHandle, SIGNAL_KILL);
    }
  }

  /** Waits until no process of the box is left. */
  End await() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment status = arena.allocate(JAVA_INT);
      MemorySegment usage = arena.allocate(RESOURCE_USAGE_BYTES, 8);
      int code = 0;
      Duration cpuTime = Duration.ZERO;
      long largest = 0;
      while (true) {
        long process =
            SystemCall.WAIT4.attempt(
                -1, status.address(), InitTracer.ANY_KIND | OWN_CHILDREN_ONLY, usage.address());
        if (process == -SystemCall.EINTR) {
          continue;
        } else if (process < 0) {
          break; // nothing left to wait for
        }
        int value = status.get(JAVA_INT, 0);
        if (InitTracer.stopped(value)) {
          if (tracer.isPresent() && tracer.get().look(value)) {
            kill();
          }
          tracer.ifPresent(InitTracer::goOn);
          continue;
        }
        code = process == monitor ? value : code;
        if (process == first) {
          // Bubblewrap's own use says nothing: it began with this process's memory.
          cpuTime = time(usage, 0).plus(time(usage, 16));
          largest = usage.get(JAVA_LONG, 32) << 10;
        }
      }
      awaitFirst(arena);
      int exact = tracer.map(InitTracer::status).orElse(OptionalInt.empty()).orElse(shell(code));
      boolean ran = Descriptors.readLine(report, LONGEST_REPORT).contains("exit-code");
      return new End(ran, exact >> 8 & 0xff, exact & SIGNAL_BITS, cpuTime, largest);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    descriptors.close();
  }

  /** Where it is not traced, the first process is not ours to wait for. */
  private void awaitFirst(Arena arena) {
    MemorySegment poll = arena.allocate(8, 8);
    poll.set(JAVA_INT, 0, firstHandle);
    poll.set(JAVA_INT, 4, READABLE);
    SystemCall.PPOLL.call(poll.address(), 1, 0, 0, 0);
  }

  /** Bubblewrap's status as the program's: a code above 128 is taken for a signal, as shells do. */
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
