package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Locale;

/**
 * System calls of Linux that Java has no API for. They affect the calling thread alone: the kernel
 * keeps identity, namespaces and affinity per thread, and only the wrappers of the C library apply
 * them to the whole process. Each constant is the kernel's name in capitals.
 */
@SuppressWarnings("restricted") // calls native code
enum SystemCall {
  BIND,
  CLOSE,
  FCNTL,
  MKNODAT,
  MOUNT,
  OPENAT,
  PIDFD_OPEN,
  PIDFD_SEND_SIGNAL,
  PIPE2,
  PPOLL,
  PRCTL,
  PREAD64,
  PRLIMIT64,
  PTRACE,
  PWRITE64,
  READ,
  SCHED_GETAFFINITY,
  SCHED_SETAFFINITY,
  SETGROUPS,
  SETHOSTNAME,
  SETRESGID,
  SETRESUID,
  SOCKET,
  UMASK,
  UMOUNT2,
  UNSHARE,
  WAIT4,
  WRITE;

  static final int EINTR = 4;

  private static final int ARGUMENTS = 6;
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
              FunctionDescriptor.of(
                  JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                  JAVA_LONG),
              Linker.Option.captureCallState("errno"),
              Linker.Option.firstVariadicArg(1));
  private static final MethodHandle STRERROR =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("strerror"),
              FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private final long number = Numbers.OF_THIS_MACHINE.number(label());

  /** Initialised before the constants of this type, which read it. */
  private static final class Numbers {
    static final SystemCallNumbers OF_THIS_MACHINE =
        SystemCallNumbers.of(System.getProperty("os.arch"));
  }

  /** Makes the call; returns the result, or the negative error number. */
  long attempt(long... given) {
    long[] a = Arrays.copyOf(given, ARGUMENTS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = (long) SYSCALL.invokeExact(state, number, a[0], a[1], a[2], a[3], a[4], a[5]);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable e) {
      throw new IllegalStateException("The system call " + label() + " could not be made.", e);
    }
  }

  /**
   * Makes the call, and repeats it if a signal interrupts it.
   *
   * @throws SandboxException that names the call and the error
   */
  long call(long... arguments) {
    long result = attempt(arguments);
    while (result == -EINTR) {
      result = attempt(arguments);
    }
    if (result < 0) {
      throw new SandboxException(label() + ": " + error(result));
    }
    return result;
  }

  /** The kernel's name. */
  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text of a negative error number. */
  static String error(long result) {
    try {
      MemorySegment text = (MemorySegment) STRERROR.invokeExact((int) -result);
      return text.reinterpret(256).getString(0);
    } catch (Throwable e) {
      return "error " + -result;
    }
  }
}
