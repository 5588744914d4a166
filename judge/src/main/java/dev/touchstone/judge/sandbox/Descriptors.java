package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** File descriptors of one run, all closed with it. Used by one thread. */
final class Descriptors implements AutoCloseable {
  private static final int WORKING_FOLDER = -100; // AT_FDCWD
  private static final int WRITE_ONLY = 1;
  private static final int CREATE = 0100;
  private static final int TRUNCATE = 01000;
  private static final int NO_FOLLOW =
      System.getProperty("os.arch").equals("aarch64") ? 0100000 : 0400000;
  private static final int CLOSE_ON_EXEC = 02000000;
  private static final int PRIVATE = 0600;
  private static final int DUPLICATE_CLOSE_ON_EXEC = 1030; // F_DUPFD_CLOEXEC

  /** Above all numbers that a program in a box gets, so that duplicating overwrites none. */
  private static final int LOWEST = 64;

  private static final int PIPE_BYTES = 65536;

  private final Set<Integer> open = new HashSet<>();

  /** Opens a file of the judge for reading. */
  int reading(Path file) {
    return open(file, 0);
  }

  /** Opens a file of the judge for writing and empties it; follows no links. */
  int writing(Path file) {
    return open(file, WRITE_ONLY | CREATE | TRUNCATE | NO_FOLLOW);
  }

  /** The reading and the writing end of a pipe. */
  int[] pipe() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      SystemCall.PIPE2.call(ends.address(), CLOSE_ON_EXEC);
      return new int[] {lift(ends.get(JAVA_INT, 0)), lift(ends.get(JAVA_INT, 4))};
    }
  }

  /** Writes a text into a pipe and closes it; the text must be short enough for it. */
  void fill(int pipe, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > PIPE_BYTES) {
      throw new SandboxException("The options of a box are too long.");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(bytes.length);
      buffer.copyFrom(MemorySegment.ofArray(bytes));
      SystemCall.WRITE.call(pipe, buffer.address(), bytes.length);
    }
    close(pipe);
  }

  /** Takes ownership of a descriptor. */
  int own(long descriptor) {
    open.add((int) descriptor);
    return (int) descriptor;
  }

  void close(int descriptor) {
    if (open.remove(descriptor)) {
      SystemCall.CLOSE.attempt(descriptor);
    }
  }

  @Override
  public void close() {
    Set.copyOf(open).forEach(this::close);
  }

  /** Reads a pipe to the end of a line or to its own end. */
  static String readLine(int descriptor, int longest) {
    StringBuilder text = new StringBuilder();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(longest);
      while (text.length() < longest && text.indexOf("\n") < 0) {
        long count = SystemCall.READ.call(descriptor, buffer.address(), longest - text.length());
        if (count == 0) {
          break;
        }
        byte[] bytes = buffer.asSlice(0, count).toArray(JAVA_BYTE);
        text.append(new String(bytes, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  private int open(Path file, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(file.toString());
      return lift(
          (int)
              SystemCall.OPENAT.call(
                  WORKING_FOLDER, name.address(), flags | CLOSE_ON_EXEC, PRIVATE));
    } catch (SandboxException e) {
      throw new SandboxException("The file " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  private int lift(int descriptor) {
    try {
      return own(SystemCall.FCNTL.call(descriptor, DUPLICATE_CLOSE_ON_EXEC, LOWEST));
    } finally {
      SystemCall.CLOSE.attempt(descriptor);
    }
  }
}
