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
 * The calls of the Linux kernel that Java has no API for, made by the calling thread and for it
 * alone: the kernel keeps identity, namespaces and affinity per thread, and only the C library's
 * wrappers pretend that they belong to the process. Numbers are those of {@code asm/unistd_64.h}
 * and {@code asm-generic/unistd.h}.
 */
@SuppressWarnings("restricted") // calls native code
enum SystemCall {
  BIND(49, 200),
  CLOSE(3, 57),
  FCNTL(72, 25),
  IOCTL(16, 29),
  MKNODAT(259, 33),
  MOUNT(165, 40),
  OPENAT(257, 56),
  PIDFD_OPEN(434, 434),
  PIDFD_SEND_SIGNAL(424, 424),
  PIPE2(293, 59),
  PPOLL(271, 73),
  PRCTL(157, 167),
  PREAD64(17, 67),
  PRLIMIT64(302, 261),
  PTRACE(101, 117),
  PWRITE64(18, 68),
  READ(0, 63),
  SCHED_GETAFFINITY(204, 123),
  SCHED_SETAFFINITY(203, 122),
  SETGROUPS(116, 159),
  SETHOSTNAME(170, 161),
  SETRESGID(119, 149),
  SETRESUID(117, 147),
  SOCKET(41, 198),
  UMOUNT2(166, 39),
  UNSHARE(272, 97),
  WAIT4(61, 260),
  WRITE(1, 64);

  static final int EINTR = 4;

  private static final int ARGUMENTS = 6;
  private static final boolean AMD64 = System.getProperty("os.arch").equals("amd64");
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

  private final int amd64;
  private final int others;

  SystemCall(int amd64, int others) {
    this.amd64 = amd64;
    this.others = others;
  }

  /** Makes the call; the result, or the negative error number. */
  long attempt(long... given) {
    long[] a = Arrays.copyOf(given, ARGUMENTS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = (long) SYSCALL.invokeExact(state, number(), a[0], a[1], a[2], a[3], a[4], a[5]);
      return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    } catch (Throwable e) {
      throw new IllegalStateException("A system call could not be made.", e);
    }
  }

  /**
   * Makes the call, again if a signal interrupts it.
   *
   * @throws SandboxException that names the call and the error
   */
  long call(long... arguments) {
    long result = attempt(arguments);
    while (result == -EINTR) {
      result = attempt(arguments);
    }
    if (result < 0) {
      throw new SandboxException(name().toLowerCase(Locale.ROOT) + ": " + error(result));
    }
    return result;
  }

  private long number() {
    return AMD64 ? amd64 : others;
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
