package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Learns how a program ended. Bubblewrap, like a shell, tells an exit with code 137 and a death by
 * SIGKILL in the same way; but the signal SIGCHLD, which the first process of the box gets when the
 * program ends, carries the truth, and no program can forge one that does. So that first process,
 * which does nothing but wait, is traced; the program itself is not. Used by the thread that began
 * it.
 */
final class InitTracer {
  // linux/ptrace.h
  private static final int CONTINUE = 7;
  private static final int GET_SIGNAL_INFORMATION = 0x4202;
  private static final int SEIZE = 0x4206;
  private static final int INTERRUPT = 0x4207;
  private static final int SET_SIGNAL_MASK = 0x420b;
  private static final int KILL_ON_EXIT = 0x100000;

  private static final int SIGNAL_CHILD = 17;
  private static final int SIGNAL_SET_BYTES = 8;
  private static final int SIGNAL_INFORMATION_BYTES = 128;

  // Offsets in siginfo_t, and its codes.
  private static final int CODE = 8;
  private static final int PROCESS = 16;
  private static final int STATUS = 24;
  private static final int EXITED = 1;
  private static final int DUMPED = 3;

  /** The program is what the first process starts first. */
  private static final int PROGRAM = 2;

  /** Waits for tracees of any kind ({@code __WALL}). */
  static final int ANY_KIND = 0x40000000;

  private static final int STOPPED = 0x7f;

  private final int process;

  private OptionalInt status = OptionalInt.empty();

  private InitTracer(int process) {
    this.process = process;
  }

  /**
   * Begins to trace a process of this thread's user.
   *
   * @param process one that waits in a read and has no children yet
   * @return empty where the kernel does not allow it, or the process has just ended
   */
  static Optional<InitTracer> begin(int process) {
    if (SystemCall.PTRACE.attempt(SEIZE, process, 0, KILL_ON_EXIT) < 0) {
      return Optional.empty();
    }
    SystemCall.PTRACE.attempt(INTERRUPT, process, 0, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment word = arena.allocate(JAVA_LONG);
      SystemCall.WAIT4.call(process, word.address(), ANY_KIND, 0);
      if (!stopped(word.get(JAVA_INT, 0))) {
        return Optional.empty();
      }
      // Bubblewrap blocks SIGCHLD. The program inherits the mask, so nothing else may be blocked.
      word.set(JAVA_LONG, 0, 0);
      SystemCall.PTRACE.attempt(SET_SIGNAL_MASK, process, SIGNAL_SET_BYTES, word.address());
    }
    SystemCall.PTRACE.attempt(CONTINUE, process, 0, 0);
    return Optional.of(new InitTracer(process));
  }

  /** The status as {@code wait} would give it; empty until the program has ended. */
  OptionalInt status() {
    return status;
  }

  /** Whether a status from {@code wait} says that the process stopped for its tracer. */
  static boolean stopped(int status) {
    return (status & 0xff) == STOPPED;
  }

  /** Looks at why the process stopped; true if the program has ended. */
  boolean look(int stop) {
    if (stop >> 8 == SIGNAL_CHILD) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment information = arena.allocate(SIGNAL_INFORMATION_BYTES, 8);
        SystemCall.PTRACE.attempt(GET_SIGNAL_INFORMATION, process, 0, information.address());
        int code = information.get(JAVA_INT, CODE);
        int value = information.get(JAVA_INT, STATUS);
        boolean end = code >= EXITED && code <= DUMPED;
        if (end && information.get(JAVA_INT, PROCESS) == PROGRAM) {
          status = OptionalInt.of(code == EXITED ? value << 8 : value);
        }
      }
    }
    return status.isPresent();
  }

  /** Lets the process go on without the signal, unless it has been killed meanwhile. */
  void goOn() {
    SystemCall.PTRACE.attempt(CONTINUE, process, 0, 0);
  }
}
