package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out how a program ended. Bubblewrap, like a shell, reports exit code 137 and death by
 * SIGKILL alike. The signal SIGCHLD, which the first process of the box gets when the program ends,
 * distinguishes them, and no program can forge it. So that first process, which only waits, is
 * traced; the program itself is not.
 *
 * <p>The program does not begin before the first process has closed everything from outside the
 * box, including the machine's {@code /proc}. Bubblewrap itself closes it while the program may
 * already run. The program does not see {@code /proc/1}, where it could open it; but that is one
 * mount, and it would leave the box. So the program is also held where it is created, and released
 * afterwards.
 *
 * <p>Used by the thread that started it.
 */
final class InitTracer {
  // linux/ptrace.h
  private static final int CONTINUE = 7;
  private static final int DETACH = 17;
  private static final int GET_SIGNAL_INFORMATION = 0x4202;
  private static final int SEIZE = 0x4206;
  private static final int INTERRUPT = 0x4207;
  private static final int SET_SIGNAL_MASK = 0x420b;
  private static final int STOP_AT_FORK = 0x2;
  private static final int KILL_ON_EXIT = 0x100000;

  private static final int NO_SUCH_PROCESS = -3;

  /** The status of a stop after a fork: SIGTRAP and PTRACE_EVENT_FORK. */
  private static final int FORKED = 5 | 1 << 8;

  private static final int SIGNAL_CHILD = 17;
  private static final int SIGNAL_SET_BYTES = 8;
  private static final int SIGNAL_INFORMATION_BYTES = 128;

  // Offsets in siginfo_t, and its codes.
  private static final int CODE = 8;
  private static final int PROCESS = 16;
  private static final int STATUS = 24;
  private static final int EXITED = 1;
  private static final int DUMPED = 3;

  /** The program is the first child of the first process. */
  private static final int PROGRAM = 2;

  /** Waits for tracees of any kind ({@code __WALL}). */
  static final int ANY_KIND = 0x40000000;

  private static final int STOPPED = 0x7f;

  private static final int LAST_STREAM = 2; // standard error
  private static final long PAUSE_NANOS = 20_000;

  private final int process;

  private boolean forked;

  /** The program's process while it is held. */
  private OptionalInt held = OptionalInt.empty();

  private OptionalInt status = OptionalInt.empty();

  private InitTracer(int process) {
    this.process = process;
  }

  /**
   * Starts to trace a process of this thread's user.
   *
   * @param process one that waits in a read and has no children yet
   * @return empty where the process has just ended
   * @throws SandboxException where the kernel does not allow it: a program would not be held
   */
  static Optional<InitTracer> begin(int process) {
    long seized = SystemCall.PTRACE.attempt(SEIZE, process, 0, KILL_ON_EXIT | STOP_AT_FORK);
    if (seized == NO_SUCH_PROCESS) {
      return Optional.empty();
    }
    if (seized < 0) {
      throw new SandboxException(
          "the judge may not trace the first process of a box (error " + -seized + ")");
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

  /**
   * Handles the stop of a process, and resumes it unless the program has ended.
   *
   * @param stopped the first process, or the program where it is born
   * @return whether the program has ended
   */
  boolean look(int stopped, int stop) {
    if (stopped != process) {
      held = OptionalInt.of(stopped);
    } else {
      forked |= stop >> 8 == FORKED;
      readEnd(stop);
      if (status.isEmpty()) {
        goOn();
      }
    }
    if (forked && held.isPresent()) {
      awaitClosed();
      SystemCall.PTRACE.attempt(DETACH, held.getAsInt(), 0, 0);
      held = OptionalInt.empty();
    }
    return status.isPresent();
  }

  private void readEnd(int stop) {
    if (stop >> 8 != SIGNAL_CHILD) {
      return;
    }
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

  /** Ends at the latest when the process is killed, which happens when its time is over. */
  private void awaitClosed() {
    Path open = Path.of("/proc", Integer.toString(process), "fd");
    while (!hasOwnOnly(open)) {
      LockSupport.parkNanos(PAUSE_NANOS); // it may need the processor that this thread is on
    }
  }

  /** Whether only the program's streams and descriptors that are not files are open. */
  private static boolean hasOwnOnly(Path open) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(open)) {
      for (Path descriptor : descriptors) {
        boolean stream = Integer.parseInt(descriptor.getFileName().toString()) <= LAST_STREAM;
        if (!stream && !Files.readSymbolicLink(descriptor).startsWith("anon_inode:[eventfd]")) {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException e) {
      return Files.notExists(open); // one has just been closed, or the process has ended
    } catch (IOException | DirectoryIteratorException e) {
      throw new SandboxException("The open files of bubblewrap can't be read.", e);
    }
  }

  /** Resumes the process without the signal, unless it has been killed meanwhile. */
  void goOn() {
    SystemCall.PTRACE.attempt(CONTINUE, process, 0, 0);
  }
}
