package dev.touchstone.judge.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * User and processors of a thread of a box. Made on that thread and used by it alone.
 *
 * <p>A judge that is root starts each box as another user of the host, without groups: a user
 * namespace of root would map the program to the host's root. No other program has these users, and
 * no two boxes of all judges of the machine share one.
 */
final class Identity {
  /**
   * The start of a range that is unused according to systemd.io/UIDS-GIDS, below the one for
   * services with dynamic users. It is within the 65,536 users that a container usually has.
   */
  private static final int FIRST = 60_600;

  private static final int USERS = 61_184 - FIRST;

  /**
   * The start of another unused range, for more boxes than the first has users. It is above what
   * fits into 16 bits and below 100,000, where useradd(8) begins to give users to containers.
   */
  private static final int FIRST_MORE = 70_000;

  private static final int MORE_USERS = 8_000;

  private static final int UNIX = 1; // AF_UNIX
  private static final int DATAGRAMS = 2; // SOCK_DGRAM
  private static final int CLOSE_ON_EXEC = 02000000; // SOCK_CLOEXEC

  private static final int NO_NEW_PRIVILEGES = 38; // PR_SET_NO_NEW_PRIVS
  private static final int AFFINITY_BYTES = 128;

  private final boolean root;
  private final int user;
  private final byte[] processors;
  private final int pinned;

  private Identity(boolean root, int user, int box) {
    this.root = root;
    this.user = user;
    this.processors = affinity();
    List<Integer> usable =
        IntStream.range(0, processors.length * 8).filter(this::usable).boxed().toList();
    this.pinned = usable.get(box % usable.size());
  }

  /**
   * Whether this process is root and can switch to other users. The root of a user namespace may
   * have no other users; it is the ordinary user who made the namespace.
   */
  static boolean possible() {
    return "root".equals(System.getProperty("user.name"))
        && maps(FIRST, USERS)
        && read("setgroups").equals("allow");
  }

  /** Whether the namespace of this process has all users and groups of a range. */
  private static boolean maps(int from, int number) {
    return Stream.of("uid_map", "gid_map")
        .allMatch(file ->
            read(file)
                .lines()
                .map(line -> line.strip().split(" +", 3))
                .anyMatch(line -> {
                  long first = Long.parseLong(line[0]);
                  return first <= from && from + number <= first + Long.parseLong(line[2]);
                }));
  }

  /** The users that boxes may have, the preferred ones first. */
  static IntStream users() {
    IntStream first = IntStream.range(FIRST, FIRST + USERS);
    return maps(FIRST_MORE, MORE_USERS)
        ? IntStream.concat(first, IntStream.range(FIRST_MORE, FIRST_MORE + MORE_USERS))
        : first;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of("/proc/self", file)).strip();
    } catch (IOException e) {
      throw new SandboxException("The file " + file + " of this process can't be read.", e);
    }
  }

  /**
   * Permanently removes groups, and every way to gain privileges, from the calling thread.
   *
   * @param box the number of the thread's box
   * @throws SandboxException if the judge is root but may not change its user
   */
  static Identity take(boolean root, int box) {
    return take(root, box, root ? users() : IntStream.empty());
  }

  /** The same, as one of the given users. */
  static Identity take(boolean root, int box, IntStream users) {
    SystemCall.PRCTL.call(NO_NEW_PRIVILEGES, 1, 0, 0, 0);
    Identity identity = new Identity(root, root ? claimOneOf(users) : 0, box);
    if (root) {
      identity.leaveGroups();
    }
    return identity;
  }

  private void leaveGroups() {
    try {
      SystemCall.SETGROUPS.call(0, 0);
      SystemCall.SETRESGID.call(user, user, user);
      asUser(() -> 0);
    } catch (SandboxException e) {
      throw new SandboxException(
          "Untrusted code can't be run safely here. The judge runs as root but may not switch to"
              + " another user: give it the capabilities CAP_SETUID and CAP_SETGID, or start it as"
              + " an ordinary user. ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /**
   * Claims a user that no other box has. The claim is a socket name, which the kernel gives out
   * only once and takes back when the judge ends, however it ends.
   */
  private static int claimOneOf(IntStream users) {
    long socket = SystemCall.SOCKET.call(UNIX, DATAGRAMS | CLOSE_ON_EXEC, 0);
    try (Arena arena = Arena.ofConfined()) {
      for (int user : users.toArray()) {
        // struct sockaddr_un: the family, then a zero byte that keeps the name out of the files
        byte[] name = ("\1\0\0touchstone-box-" + user).getBytes(StandardCharsets.US_ASCII);
        MemorySegment address = arena.allocateFrom(JAVA_BYTE, name);
        if (SystemCall.BIND.attempt(socket, address.address(), name.length) == 0) {
          return user;
        }
      }
    }
    throw new SandboxException("All users for boxes are in use by other judges of this machine.");
  }

  /** Whether the box has a user of its own. */
  boolean isSeparate() {
    return root;
  }

  /** The user of the box, if it has its own. */
  int user() {
    return user;
  }

  /** The processor for what may use only one. */
  int processor() {
    return pinned;
  }

  /**
   * Runs an action with the box's user as the thread's real user. {@link Spawner} makes it the only
   * user of the process that it starts. The effective user, which decides what files may be read,
   * stays root: the virtual machine loads classes on this thread, perhaps from folders that the
   * box's user may not enter.
   */
  int asUser(IntSupplier action) {
    if (!root) {
      return action.getAsInt();
    }
    SystemCall.SETRESUID.call(user, 0, 0);
    try {
      return action.getAsInt();
    } finally {
      SystemCall.SETRESUID.call(0, 0, 0);
    }
  }

  /**
   * Lets a process or thread, and its future children, use one processor or all.
   *
   * @param process its id, 0 for the calling thread
   */
  void pin(int process, boolean one) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(AFFINITY_BYTES, 8);
      if (one) {
        mask.set(JAVA_BYTE, pinned / 8, (byte) (1 << pinned % 8));
      } else {
        mask.copyFrom(MemorySegment.ofArray(processors));
      }
      SystemCall.SCHED_SETAFFINITY.call(process, AFFINITY_BYTES, mask.address());
    }
  }

  private boolean usable(int processor) {
    return (processors[processor / 8] >> processor % 8 & 1) == 1;
  }

  private static byte[] affinity() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(AFFINITY_BYTES, 8);
      SystemCall.SCHED_GETAFFINITY.call(0, AFFINITY_BYTES, mask.address());
      return mask.toArray(JAVA_BYTE);
    }
  }
}
