package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The root folder of a box, and the namespaces that bubblewrap need not make. The folder is laid
 * out once, in a mount namespace of the box's thread, of which each run gets a copy. For each run
 * there are new writable folders, and new namespaces for network, IPC, names and control groups.
 * This is done ahead, and saves bubblewrap most of its work: a network, a dozen mounts. No other
 * thread sees the mounts, and they end with the thread. Needs root's privileges; used by one
 * thread.
 */
final class BoxRoot {
  private static final Logger log = LoggerFactory.getLogger(BoxRoot.class);

  // linux/sched.h: mounts; control groups, names, IPC, network
  private static final int NEW_MOUNTS = 0x00020000;
  private static final int NEW_FOR_EACH_RUN = 0x02000000 | 0x04000000 | 0x08000000 | 0x40000000;

  // linux/mount.h
  private static final int READ_ONLY = 1;
  private static final int NO_SETUID = 2;
  private static final int NO_DEVICES = 4;
  private static final int REMOUNT = 32;
  private static final int BIND = 4096;
  private static final int RECURSIVE = 16384;
  private static final int SLAVE = 1 << 19;
  private static final int DETACH = 2;

  private static final int CHARACTER_DEVICE = 0020000;
  private static final int WORKING_FOLDER = -100; // AT_FDCWD

  /** Major and minor numbers of Documentation/admin-guide/devices.txt. */
  private static final Map<String, Integer> DEVICES =
      Map.of("null", 3, "zero", 5, "full", 7, "random", 8, "urandom", 9);

  private static final int MEMORY_DEVICES = 1 << 8;

  /** Enough for any compiler, and little for the memory of the kernel. */
  private static final int FILES = 20_000;

  private final Path root;
  private final Path fresh;
  private final int user;
  private final Deque<Path> mounted = new ArrayDeque<>();

  private BoxRoot(Path folder, int user) {
    this.root = folder.resolve("root");
    this.fresh = folder.resolve("fresh");
    this.user = user;
  }

  /**
   * Moves the calling thread into its own namespaces and lays out the root.
   *
   * @return empty if the kernel does not allow it; bubblewrap then does everything
   */
  static Optional<BoxRoot> create(Path folder, int user, SystemFiles files) {
    long result = SystemCall.UNSHARE.attempt(NEW_MOUNTS | NEW_FOR_EACH_RUN);
    if (result < 0) {
      log.info(
          "Each run makes its box from scratch, because unshare failed: {}",
          SystemCall.error(result));
      return Optional.empty();
    }
    // Of this thread alone, because a mount namespace has its own. Other users read the root
    // folder.
    SystemCall.UMASK.call(0022);
    BoxRoot made = new BoxRoot(folder, user);
    try {
      made.lay(files);
      return Optional.of(made);
    } catch (IOException | SandboxException e) {
      log.info("Each run makes its box from scratch", e);
      return Optional.empty();
    }
  }

  Path path() {
    return root;
  }

  /**
   * Makes the namespaces of the next run, of which the last one's keeps nothing alive, and mounts
   * fresh folders; {@link #empty} removes them.
   */
  void prepare() {
    SystemCall.UNSHARE.call(NEW_FOR_EACH_RUN);
    try {
      // A single file system for everything that a program can write, so that one size limits it.
      mount("tmpfs", fresh, "tmpfs", NO_SETUID | NO_DEVICES, "nr_inodes=" + FILES + ",mode=755");
      mounted.push(fresh);
      make("box");
      bind(make("tmp"), root.resolve("tmp"));
      bind(make("shm"), root.resolve("dev/shm"));
    } catch (IOException e) {
      throw new SandboxException("The folders of a box can't be created.", e);
    }
  }

  /** Mounts what a run reads, and limits what it writes; {@link #empty} removes the mounts. */
  void fill(Command command) {
    String size = "size=" + command.limits().diskBytes();
    mount("tmpfs", fresh, "tmpfs", REMOUNT | NO_SETUID | NO_DEVICES, size);
    try {
      if (command.workFolder()) {
        bind(fresh.resolve("box"), root.resolve("box"));
      }
      for (Map.Entry<String, Path> shown : new TreeMap<>(command.folders()).entrySet()) {
        Path inside = root.resolve(shown.getKey().substring(1));
        makeMountPoint(shown.getValue(), inside);
        bind(shown.getValue(), inside);
        mount("", inside, "", BIND | REMOUNT | READ_ONLY | NO_SETUID | NO_DEVICES, "");
      }
    } catch (IOException e) {
      throw new SandboxException("The folders of a box can't be created.", e);
    }
  }

  /** Removes the mounts of a run; their content ends with the last process. */
  void empty() {
    while (!mounted.isEmpty()) {
      unmount(mounted.pop());
    }
  }

  /** A folder of the box's user that no other user may enter. */
  private Path make(String name) throws IOException {
    Path folder = Files.createDirectory(fresh.resolve(name));
    Files.setAttribute(folder, "unix:uid", user);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return folder;
  }

  private void bind(Path folder, Path inside) {
    mount(folder.toString(), inside, "", BIND, "");
    mounted.push(inside);
  }

  private void makeMountPoint(Path outside, Path inside) throws IOException {
    if (Files.exists(inside, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    remountRoot(0);
    if (Files.isDirectory(outside)) {
      Files.createDirectories(inside);
    } else {
      Files.createDirectories(inside.getParent());
      Files.createFile(inside);
    }
    remountRoot(READ_ONLY);
  }

  private void remountRoot(int flags) {
    mount("", root, "", BIND | REMOUNT | NO_SETUID | flags, "");
  }

  private void lay(SystemFiles files) throws IOException {
    // Later mounts of the host appear here; mounts made here do not appear there.
    mount("", Path.of("/"), "", RECURSIVE | SLAVE, "");
    Files.createDirectories(root);
    Files.createDirectories(fresh);
    mount("tmpfs", root, "tmpfs", NO_SETUID, "size=64m,mode=755");
    for (String name : List.of("box", "dev/shm", "etc", "proc", "tmp")) {
      Files.createDirectories(root.resolve(name));
    }
    for (Map.Entry<Path, Path> link : files.links().entrySet()) {
      Files.createSymbolicLink(
          root.resolve(link.getKey().toString().substring(1)), link.getValue());
    }
    for (Path folder : files.folders()) {
      Path inside = root.resolve(folder.toString().substring(1));
      Files.createDirectories(inside);
      mount(folder.toString(), inside, "", BIND, "");
      mount("", inside, "", BIND | REMOUNT | READ_ONLY | NO_SETUID | NO_DEVICES, "");
    }
    for (Path path : files.settings()) {
      copy(path, root.resolve(path.toString().substring(1)));
    }
    layDevices();
    try (Arena arena = Arena.ofConfined()) {
      SystemCall.SETHOSTNAME.call(arena.allocateFrom(SystemFiles.HOST_NAME).address(), 3);
    }
    remountRoot(READ_ONLY);
  }

  private void layDevices() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      for (Map.Entry<String, Integer> device : DEVICES.entrySet()) {
        Path file = root.resolve("dev").resolve(device.getKey());
        SystemCall.MKNODAT.call(
            WORKING_FOLDER,
            arena.allocateFrom(file.toString()).address(),
            CHARACTER_DEVICE,
            MEMORY_DEVICES | device.getValue());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
      }
    }
    for (Map.Entry<String, String> link :
        Map.of("fd", "", "stdin", "/0", "stdout", "/1", "stderr", "/2").entrySet()) {
      Files.createSymbolicLink(
          root.resolve("dev").resolve(link.getKey()), Path.of("/proc/self/fd" + link.getValue()));
    }
  }

  /** Copies files and links, so that a link to another copied folder stays a link. */
  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    // A setting may be a link to one that is not shown, as Debian's alternatives are.
    Path real = from.toRealPath();
    try (var tree = Files.walk(real)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(real.relativize(path).toString()).normalize();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else if (Files.isReadable(path) || Files.isSymbolicLink(path)) {
          Files.copy(path, target, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  private static void mount(String source, Path target, String type, int flags, String options) {
    try (Arena arena = Arena.ofConfined()) {
      SystemCall.MOUNT.call(
          arena.allocateFrom(source).address(),
          arena.allocateFrom(target.toString()).address(),
          arena.allocateFrom(type).address(),
          flags,
          arena.allocateFrom(options).address());
    } catch (SandboxException e) {
      throw new SandboxException("Mounting on " + target + " failed: " + e.getMessage(), e);
    }
  }

  private static void unmount(Path target) {
    try (Arena arena = Arena.ofConfined()) {
      SystemCall.UMOUNT2.call(arena.allocateFrom(target.toString()).address(), DETACH);
    }
  }
}
