package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the filter says of each call, by running its instructions as the kernel does. */
class SeccompFilterTest {
  private static final int AMD64 = 0xC000003E;
  private static final int ARM64 = 0xC00000B7;
  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int ERROR = 0x00050000;
  private static final int EPERM = 1;
  private static final int EINVAL = 22;
  private static final int ENOTTY = 25;
  private static final int ENOLCK = 37;
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  private static final Map<String, ByteBuffer> CODE = new HashMap<>();

  /**
   * Calls that reach out of a box, leave something behind, or show what another box does. The
   * filter lists what is allowed; this is the check that nobody allows these by mistake.
   */
  private static final List<String> NEVER =
      List.of(
          // Other processes
          "ptrace",
          "process_vm_readv",
          "process_vm_writev",
          "process_madvise",
          "process_mrelease",
          "pidfd_getfd",
          "kcmp",
          "migrate_pages",
          "move_pages",
          "sched_setaffinity",
          "ioprio_set",
          // Mounts and namespaces
          "mount",
          "umount2",
          "mount_setattr",
          "move_mount",
          "open_tree",
          "open_tree_attr",
          "fsopen",
          "fsconfig",
          "fsmount",
          "fspick",
          "statmount",
          "listmount",
          "pivot_root",
          "chroot",
          "unshare",
          "setns",
          "clone3",
          // Files without their names, and what others do with files
          "open_by_handle_at",
          "name_to_handle_at",
          "fanotify_init",
          "fanotify_mark",
          "inotify_init",
          "inotify_init1",
          "inotify_add_watch",
          // The page cache, which all boxes share
          "preadv2",
          "pwritev2",
          "mincore",
          "cachestat",
          // The free space of the disk to which all boxes write their output
          "statfs",
          "fstatfs",
          "fadvise64",
          "readahead",
          // Keys, tracing, and memory and queues of the kernel
          "add_key",
          "request_key",
          "keyctl",
          "bpf",
          "perf_event_open",
          "userfaultfd",
          "memfd_secret",
          "io_uring_setup",
          "io_uring_enter",
          "io_uring_register",
          "io_setup",
          "shmget",
          "shmat",
          "msgget",
          "semget",
          "mq_open",
          "vmsplice",
          "tee",
          "seccomp",
          // The machine as a whole
          "init_module",
          "finit_module",
          "delete_module",
          "kexec_load",
          "reboot",
          "swapon",
          "swapoff",
          "settimeofday",
          "clock_settime",
          "clock_adjtime",
          "adjtimex",
          "acct",
          "quotactl",
          "quotactl_fd",
          "syslog",
          "sethostname",
          "setdomainname",
          "vhangup",
          "sync",
          "syncfs",
          "lookup_dcookie",
          "personality");

  /** Old calls of this architecture alone, some of which no kernel has had for long. */
  private static final List<String> NEVER_ON_AMD64 =
      List.of(
          "create_module",
          "query_module",
          "get_kernel_syms",
          "kexec_file_load",
          "nfsservctl",
          "_sysctl",
          "uselib",
          "iopl",
          "ioperm",
          "modify_ldt",
          "ustat",
          "sysfs");

  @Test
  void refusesWhatReachesOutOfABox() {
    for (String architecture : List.of("amd64", "aarch64")) {
      SystemCallNumbers numbers = SystemCallNumbers.of(architecture);
      List<String> names = new ArrayList<>(NEVER);
      names.addAll(architecture.equals("amd64") ? NEVER_ON_AMD64 : List.of());
      for (String name : names) {
        int number = numbers.find(name).orElse(-1);
        assertThat(run(true, audit(architecture), number, 0, 0, 0, 0)[0])
            .as(name)
            .isEqualTo(ERROR | ENOSYS);
      }
      assertThat(names.stream().filter(name -> numbers.find(name).isEmpty()).toList())
          .as("names that %s does not have", architecture)
          .isSubsetOf("inotify_init", "lookup_dcookie");
    }
  }

  @Test
  void allowsJustTheListedCalls() {
    for (String architecture : List.of("amd64", "aarch64")) {
      SystemCallNumbers numbers = SystemCallNumbers.of(architecture);
      List<Integer> listed =
          AllowedCalls.names().stream()
              .filter(name -> !name.equals("flock"))
              .flatMapToInt(name -> numbers.find(name).stream())
              .sorted()
              .boxed()
              .toList();
      // With first arguments that those calls allow which the filter looks at.
      List<Integer> allowed =
          IntStream.range(0, 1000)
              .filter(number ->
                  IntStream.of(0, 1)
                      .anyMatch(first ->
                          IntStream.of(0, 0x5401)
                              .anyMatch(second ->
                                  run(true, audit(architecture), number, first, second, 0, 0)[0]
                                      == ALLOW)))
              .boxed()
              .toList();
      assertThat(allowed).isEqualTo(listed);
    }
  }

  /** A name that is not in the table would be allowed nowhere. */
  @Test
  void listsOnlyCallsThatThereAre() {
    SystemCallNumbers numbers = SystemCallNumbers.of("amd64");
    assertThat(AllowedCalls.names())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(200)
        .allSatisfy(name -> assertThat(numbers.find(name)).as(name).isPresent());
  }

  @Test
  void refusesNumbersThatNoKernelHasYet() {
    for (int number : List.of(335, 400, 470, 511, 512, 547, 600, 1000, 0x3fffffff)) {
      assertThat(answer(number, 0, 0)).as("number %d", number).isEqualTo(ERROR | ENOSYS);
    }
  }

  @Test
  void refusesHiddenMemoryWhereNobodyAccountsForIt() {
    assertThat(run(true, AMD64, 319, 0, 0, 0, 0)[0]).isEqualTo(ALLOW); // memfd_create
    assertThat(run(false, AMD64, 319, 0, 0, 0, 0)[0]).isEqualTo(ERROR | ENOSYS);
  }

  @Test
  void looksAtTheArgumentsOfSome() {
    assertThat(answer(56, 0x00010000, 0)).isEqualTo(ALLOW); // clone: a thread
    assertThat(answer(56, 0x10000000, 0)).isEqualTo(ERROR | EPERM); // a user namespace
    assertThat(answer(16, 0, 0x5401)).isEqualTo(ALLOW); // ioctl: TCGETS
    for (int request : List.of(0x5412, 0x541C, 0x8912, 0xb701)) { // TIOCSTI … NS_GET_USERNS
      assertThat(answer(16, 0, request)).isEqualTo(ERROR | ENOTTY);
    }
    assertThat(answer(302, 0, 0)).isEqualTo(ALLOW); // prlimit64 of itself
    assertThat(answer(302, 1, 0)).isEqualTo(ERROR | EPERM);
  }

  @Test
  void letsNoBoxShareMemoryOrTakeWhatIsReserved() {
    assertThat(answer(157, 15, 0)).isEqualTo(ALLOW); // prctl: PR_SET_NAME
    for (int option : List.of(22, 35, 62, 67, 74)) { // SECCOMP, MM, SCHED_CORE, MEMORY_MERGE …
      assertThat(answer(157, option, 0)).isEqualTo(ERROR | EINVAL);
    }
    assertThat(answer(28, 0, 0, 4, 0)).isEqualTo(ALLOW); // madvise: DONTNEED
    for (int advice : List.of(12, 13, 20, 21, 100, 101)) { // MERGEABLE, PAGEOUT … SOFT_OFFLINE
      assertThat(answer(28, 0, 0, advice, 0)).isEqualTo(ERROR | EINVAL);
    }
    assertThat(answer(9, 0, 0, 3, 0x20022)).isEqualTo(ALLOW); // mmap: private, anonymous, a stack
    assertThat(answer(9, 0, 0, 3, 0x40022)).isEqualTo(ERROR | EINVAL); // MAP_HUGETLB
    assertThat(answer(319, 0, 3)).isEqualTo(ALLOW); // memfd_create
    assertThat(answer(319, 0, 4)).isEqualTo(ERROR | EINVAL); // MFD_HUGETLB
  }

  @Test
  void allowsSocketsWithinTheMachineOnlyWhateverTheCall() {
    for (int call : List.of(41, 53)) { // socket, socketpair
      assertThat(answer(call, 1, 0)).isEqualTo(ALLOW);
      for (int family : List.of(0, 2, 3, 10, 16, 17, 30, 40, 44)) {
        assertThat(answer(call, family, 0)).isEqualTo(ERROR | EAFNOSUPPORT);
      }
    }
  }

  @Test
  void letsNoBoxLockOrWatchAFileThatAnotherSees() {
    assertThat(answer(73, 3, 2)).isEqualTo(ERROR); // flock: success without effect
    for (int command : List.of(5, 6, 7, 36, 37, 38)) { // fcntl: F_GETLK … F_OFD_SETLKW
      assertThat(answer(72, 3, command)).isEqualTo(ERROR | ENOLCK);
    }
    for (int command : List.of(1024, 1025, 1026)) { // F_SETLEASE, F_GETLEASE, F_NOTIFY
      assertThat(answer(72, 3, command)).isEqualTo(ERROR | EINVAL);
    }
    assertThat(answer(72, 3, 1030)).isEqualTo(ALLOW); // F_DUPFD_CLOEXEC
  }

  @Test
  void knowsOneWayOfCallingOnly() {
    assertThat(answer(0x40000000 | 101, 0, 0)).isEqualTo(ERROR | ENOSYS);
    assertThat(answer(-1, 0, 0)).isEqualTo(ERROR | ENOSYS);
    assertThat(run(true, 0x40000003, 26, 0, 0, 0, 0)[0]).isEqualTo(KILL); // 32 bits
  }

  @Test
  void answersEachCallInAFewSteps() {
    assertThat(IntStream.range(0, 512).map(number -> steps(number)).max().orElseThrow())
        .isLessThan(40);
  }

  private static int audit(String architecture) {
    return architecture.equals("amd64") ? AMD64 : ARM64;
  }

  private static int answer(int number, int first, int second) {
    return answer(number, first, second, 0, 0);
  }

  private static int answer(int number, int first, int second, int third, int fourth) {
    return run(true, AMD64, number, first, second, third, fourth)[0];
  }

  private static int steps(int number) {
    return run(true, AMD64, number, 0, 0, 0, 0)[1];
  }

  /** Classic BPF (Documentation/networking/filter.rst); the answer and the number of steps. */
  private static int[] run(
      boolean accounts, int audit, int number, int first, int second, int third, int fourth) {
    String architecture = audit == ARM64 ? "aarch64" : "amd64";
    ByteBuffer code =
        CODE.computeIfAbsent(
            architecture + accounts,
            _ ->
                ByteBuffer.wrap(SeccompFilter.forArchitecture(architecture, accounts).orElseThrow())
                    .order(ByteOrder.LITTLE_ENDIAN));
    int register = 0;
    int steps = 0;
    for (int at = 0; ; at += 8) {
      steps++;
      int operand = code.getInt(at + 4);
      boolean jumps;
      switch (code.getShort(at)) {
        case 0x20 -> {
          register =
              switch (operand) {
                case 0 -> number;
                case 4 -> audit;
                case 16 -> first;
                case 24 -> second;
                case 32 -> third;
                case 40 -> fourth;
                default -> throw new AssertionError("loads " + operand);
              };
          continue;
        }
        case 0x06 -> {
          return new int[] {operand, steps};
        }
        case 0x15 -> jumps = register == operand;
        case 0x35 -> jumps = Integer.compareUnsigned(register, operand) >= 0;
        case 0x45 -> jumps = (register & operand) != 0;
        default -> throw new AssertionError("does " + code.getShort(at));
      }
      at += 8 * Byte.toUnsignedInt(code.get(at + (jumps ? 2 : 3)));
    }
  }
}
