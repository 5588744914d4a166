package dev.touchstone.judge.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A seccomp filter as the kernel reads it: classic BPF over {@code struct seccomp_data}. Refused
 * calls return an error, so that programs that only probe for a feature still run.
 */
final class SeccompFilter {
  // Instruction codes of linux/bpf_common.h.
  private static final int LOAD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_GREATER_EQUAL = 0x35;
  private static final int JUMP_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  // A struct sock_filter: code, two jumps, operand.
  private static final int INSTRUCTION_BYTES = 8;
  private static final int JUMP_IF_TRUE = 2;
  private static final int MOST_SKIPPED = 255;

  // Offsets in struct seccomp_data of linux/seccomp.h.
  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int SECOND_ARGUMENT = 24;

  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int ERROR = 0x00050000;

  // Actions that depend on an argument.
  private static final int LOOK_AT_CLONE = 1;
  private static final int LOOK_AT_IOCTL = 2;
  private static final int LOOK_AT_SOCKET = 3;

  private static final int EPERM = 1;
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET of linux/sched.h. */
  private static final int NEW_NAMESPACES = 0x7E020000;

  // Requests of ioctl that put text into the input of a terminal: TIOCSTI, TIOCLINUX.
  private static final int TERMINAL_INPUT = 0x5412;
  private static final int CONSOLE = 0x541C;

  /** x32 calls have this bit set and would evade a comparison of numbers. */
  private static final int X32 = 0x40000000;

  /** Calls that reach out of a box, or into parts of the kernel that programs do not need. */
  static final List<String> REFUSED =
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
          // Files without their names
          "open_by_handle_at",
          "name_to_handle_at",
          "fanotify_init",
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
          // The machine as a whole
          "init_module",
          "finit_module",
          "delete_module",
          "create_module",
          "query_module",
          "get_kernel_syms",
          "kexec_load",
          "kexec_file_load",
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
          "nfsservctl",
          "_sysctl",
          // Other modes of running programs
          "personality",
          "uselib",
          "iopl",
          "ioperm",
          "modify_ldt");

  /** Calls that allocate memory which no process has mapped. */
  private static final List<String> HIDDEN_MEMORY = List.of("memfd_create", "shmget");

  /** The constants of linux/audit.h for the architectures that this filter knows. */
  private static final Map<String, Integer> AUDIT =
      Map.of("amd64", 0xC000003E, "aarch64", 0xC00000B7);

  private final ByteBuffer program = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
  private final int audit;
  private final SystemCallNumbers numbers;

  /** What to do with a call, by its number; calls that are newer than the table are allowed. */
  private final int[] actions;

  private SeccompFilter(int audit, SystemCallNumbers numbers) {
    this.audit = audit;
    this.numbers = numbers;
    this.actions = new int[numbers.largest() + 2];
  }

  /**
   * The filter for this machine; empty on an unknown architecture.
   *
   * @param accounts whether the kernel accounts for the memory of a box as a whole
   */
  static Optional<byte[]> forThisMachine(boolean accounts) {
    return forArchitecture(System.getProperty("os.arch"), accounts);
  }

  static Optional<byte[]> forArchitecture(String name, boolean accounts) {
    return Optional.ofNullable(AUDIT.get(name))
        .map(audit -> new SeccompFilter(audit, SystemCallNumbers.of(name)).build(accounts));
  }

  private byte[] build(boolean accounts) {
    Arrays.fill(actions, ALLOW);
    refuse(REFUSED, EPERM);
    refuse(accounts ? List.of() : HIDDEN_MEMORY, EPERM);
    // The C library falls back to clone, whose flags a filter can see.
    refuse(List.of("clone3"), ENOSYS);
    actions[numbers.number("clone")] = LOOK_AT_CLONE;
    actions[numbers.number("ioctl")] = LOOK_AT_IOCTL;
    actions[numbers.number("socket")] = LOOK_AT_SOCKET;
    add(LOAD, ARCHITECTURE, 0, 0);
    add(JUMP_EQUAL, audit, 1, 0);
    add(RETURN, KILL, 0, 0);
    add(LOAD, NUMBER, 0, 0);
    add(JUMP_GREATER_EQUAL, X32, 0, 1);
    add(RETURN, ERROR | ENOSYS, 0, 0);
    decide(0, actions.length);
    byte[] bytes = new byte[program.position()];
    program.flip().get(bytes);
    return bytes;
  }

  /** Some calls exist on one architecture only. */
  private void refuse(List<String> names, int error) {
    names.forEach(name -> numbers.find(name).ifPresent(number -> actions[number] = ERROR | error));
  }

  /**
   * Decides about the numbers from {@code first} on, as a tree of comparisons: when a filter is
   * loaded, the kernel runs it for each number there is, which takes long where each is compared
   * with all that are refused.
   */
  private void decide(int first, int end) {
    int split = split(first, end);
    if (split == end) {
      act(actions[first]);
      return;
    }
    int jump = program.position();
    add(JUMP_GREATER_EQUAL, split, 0, 0);
    decide(first, split);
    int skipped = (program.position() - jump) / INSTRUCTION_BYTES - 1;
    if (skipped > MOST_SKIPPED) {
      throw new IllegalStateException("The filter jumps too far.");
    }
    program.put(jump + JUMP_IF_TRUE, (byte) skipped);
    decide(split, end);
  }

  /** The place nearest to the middle where the action changes; the end if it never does. */
  private int split(int first, int end) {
    int middle = (first + end) / 2;
    int found = end;
    for (int i = first + 1; i < end; i++) {
      if (actions[i] != actions[i - 1] && Math.abs(i - middle) < Math.abs(found - middle)) {
        found = i;
      }
    }
    return found;
  }

  private void act(int action) {
    switch (action) {
      case LOOK_AT_CLONE -> {
        add(LOAD, FIRST_ARGUMENT, 0, 0);
        add(JUMP_ANY_BIT, NEW_NAMESPACES, 0, 1);
        add(RETURN, ERROR | EPERM, 0, 0);
        add(RETURN, ALLOW, 0, 0);
      }
      case LOOK_AT_IOCTL -> {
        add(LOAD, SECOND_ARGUMENT, 0, 0);
        add(JUMP_EQUAL, TERMINAL_INPUT, 1, 0);
        add(JUMP_EQUAL, CONSOLE, 0, 1);
        add(RETURN, ERROR | EPERM, 0, 0);
        add(RETURN, ALLOW, 0, 0);
      }
      case LOOK_AT_SOCKET -> {
        add(LOAD, FIRST_ARGUMENT, 0, 0);
        add(JUMP_EQUAL, 1, 3, 0); // AF_UNIX
        add(JUMP_EQUAL, 2, 2, 0); // AF_INET
        add(JUMP_EQUAL, 10, 1, 0); // AF_INET6; vsock and others do not support namespaces
        add(RETURN, ERROR | EAFNOSUPPORT, 0, 0);
        add(RETURN, ALLOW, 0, 0);
      }
      default -> add(RETURN, action, 0, 0);
    }
  }

  /** One {@code struct sock_filter}. */
  private void add(int code, int operand, int jumpIfTrue, int jumpIfFalse) {
    program.putShort((short) code).put((byte) jumpIfTrue).put((byte) jumpIfFalse).putInt(operand);
  }
}
