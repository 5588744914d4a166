package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small file of the kernel that is opened once and then read and written by any thread, at less
 * than a tenth of the cost of opening it each time.
 */
final class KernelFile implements AutoCloseable {
  private static final int WORKING_FOLDER = -100; // AT_FDCWD
  private static final int WRITE_ONLY = 1;
  private static final int READ_AND_WRITE = 2;
  private static final int CLOSE_ON_EXEC = 02000000;
  private static final int LONGEST = 4096;

  private final Path path;
  private final long descriptor;

  private KernelFile(Path path, int flags) {
    this.path = path;
    try (Arena arena = Arena.ofConfined()) {
      this.descriptor =
          SystemCall.OPENAT.call(
              WORKING_FOLDER,
              arena.allocateFrom(path.toString()).address(),
              flags | CLOSE_ON_EXEC,
              0);
    } catch (SandboxException e) {
      throw new SandboxException("The file " + path + " can't be opened: " + e.getMessage(), e);
    }
  }

  static KernelFile reading(Path path) {
    return new KernelFile(path, 0);
  }

  static KernelFile writing(Path path) {
    return new KernelFile(path, WRITE_ONLY);
  }

  static KernelFile both(Path path) {
    return new KernelFile(path, READ_AND_WRITE);
  }

  void write(String value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(value);
      SystemCall.PWRITE64.call(descriptor, text.address(), value.length(), 0);
    } catch (SandboxException e) {
      throw new SandboxException("The file " + path + " can't be written: " + e.getMessage(), e);
    }
  }

  String read() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(LONGEST);
      long length = SystemCall.PREAD64.call(descriptor, text.address(), LONGEST, 0);
      return new String(text.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.US_ASCII)
          .strip();
    } catch (SandboxException e) {
      throw new SandboxException("The file " + path + " can't be read: " + e.getMessage(), e);
    }
  }

  long number() {
    return Long.parseLong(read());
  }

  /** The number behind a key, as {@link GroupFiles#number}. */
  long number(String key) {
    return GroupFiles.number(read(), key);
  }

  @Override
  public void close() {
    SystemCall.CLOSE.attempt(descriptor);
  }
}
