package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Starts programs by {@code posix_spawn}, which borrows this process's memory until the program
 * runs: there is no copy of it, and no helper in between as with {@link ProcessBuilder}. The new
 * process has the given descriptors, and the namespaces and the real user of the calling thread.
 * Before {@code exec} the real user becomes the effective one; {@code exec} makes it the saved one,
 * too, and drops all capabilities.
 */
@SuppressWarnings("restricted") // calls native code
final class Spawner {
  // Larger than the C library's structures of these names.
  private static final long ACTIONS_BYTES = 256;
  private static final long ATTRIBUTES_BYTES = 1024;
  private static final long SIGNALS_BYTES = 128;

  // POSIX_SPAWN_RESETIDS, _SETSIGDEF, _SETSIGMASK
  private static final short REAL_USER = 0x01;
  private static final short SET_SIGNALS = 0x04 | 0x08;

  private static final MethodHandle SPAWN =
      function("posix_spawn", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle ACTIONS = function("posix_spawn_file_actions_init", ADDRESS);
  private static final MethodHandle DUPLICATE =
      function("posix_spawn_file_actions_adddup2", ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle CHANGE_FOLDER =
      function("posix_spawn_file_actions_addchdir_np", ADDRESS, ADDRESS);
  private static final MethodHandle CLOSE_FROM =
      function("posix_spawn_file_actions_addclosefrom_np", ADDRESS, JAVA_INT);
  private static final MethodHandle DESTROY_ACTIONS =
      function("posix_spawn_file_actions_destroy", ADDRESS);
  private static final MethodHandle ATTRIBUTES = function("posix_spawnattr_init", ADDRESS);
  private static final MethodHandle FLAGS =
      function("posix_spawnattr_setflags", ADDRESS, JAVA_SHORT);
  private static final MethodHandle DEFAULT_SIGNALS =
      function("posix_spawnattr_setsigdefault", ADDRESS, ADDRESS);
  private static final MethodHandle ALL_SIGNALS = function("sigfillset", ADDRESS);

  private Spawner() {}

  /**
   * Starts a program in the root folder.
   *
   * @param line the program's path and its arguments
   * @param environment lines such as {@code NAME=value}
   * @param descriptors open ones of this process; each becomes the one of its index
   * @return the process's id; it is the caller's to wait for
   */
  static int spawn(List<String> line, List<String> environment, int... descriptors) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment actions = arena.allocate(ACTIONS_BYTES, 16);
      check((int) ACTIONS.invokeExact(actions));
      for (int i = 0; i < descriptors.length; i++) {
        check((int) DUPLICATE.invokeExact(actions, descriptors[i], i));
      }
      check((int) CLOSE_FROM.invokeExact(actions, descriptors.length));
      check((int) CHANGE_FOLDER.invokeExact(actions, arena.allocateFrom("/")));
      MemorySegment process = arena.allocate(JAVA_INT);
      int result =
          (int)
              SPAWN.invokeExact(
                  process,
                  arena.allocateFrom(line.getFirst()),
                  actions,
                  attributes(arena),
                  texts(arena, line),
                  texts(arena, environment));
      check((int) DESTROY_ACTIONS.invokeExact(actions));
      check(result);
      return process.get(JAVA_INT, 0);
    } catch (SandboxException e) {
      throw new SandboxException(line.getFirst() + " can't be started: " + e.getMessage(), e);
    } catch (Throwable e) {
      throw new IllegalStateException("posix_spawn could not be called.", e);
    }
  }

  /** Blocks and ignores no signals, whatever the virtual machine does. */
  private static MemorySegment attributes(Arena arena) throws Throwable {
    MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, 16);
    MemorySegment all = arena.allocate(SIGNALS_BYTES, 16);
    check((int) ATTRIBUTES.invokeExact(attributes));
    check((int) FLAGS.invokeExact(attributes, (short) (REAL_USER | SET_SIGNALS)));
    check((int) ALL_SIGNALS.invokeExact(all));
    check((int) DEFAULT_SIGNALS.invokeExact(attributes, all));
    return attributes;
  }

  private static MemorySegment texts(Arena arena, List<String> texts) {
    MemorySegment array = arena.allocate(ADDRESS, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      array.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
    }
    return array;
  }

  private static void check(int error) {
    if (error != 0) {
      throw new SandboxException(SystemCall.error(-error));
    }
  }

  private static MethodHandle function(String name, MemoryLayout... parameters) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, parameters));
  }
}
