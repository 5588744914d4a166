package dev.touchstone.judge.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A seccomp filter as the kernel reads it: classic BPF over {@code struct seccomp_data}. Refused
 * calls return an error, so that programs that only probe for a feature still run. Numbers are
 * those of {@code asm/unistd_64.h} and {@code asm-generic/unistd.h}.
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

  // Actions of ours: what is done depends on an argument.
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

  /** x32 calls carry this bit and would slip past a comparison of numbers. */
  private static final int X32 = 0x40000000;

  /** Same number on every architecture: all calls added since Linux 5.1 are. */
  private static final int[] REFUSED_EVERYWHERE = {
    425, 426, 427, // io_uring_setup, _enter, _register
    428, 429, 430, 431, 432, 433, 442, // open_tree, move_mount, fsopen … mount_setattr
    438, 440, 447, // pidfd_getfd, process_madvise, memfd_secret
    443, 448, 457, 458, 467, // quotactl_fd, process_mrelease, statmount, listmount, open_tree_attr
  };

  /**
   * What differs between architectures.
   *
   * @param audit the constant of linux/audit.h
   * @param refused numbers of, in this order: ptrace, process_vm_readv, process_vm_writev, mount,
   *     umount2, pivot_root, chroot, unshare, setns, add_key, request_key, keyctl, bpf,
   *     perf_event_open, userfaultfd, init_module, finit_module, delete_module, kexec_load,
   *     kexec_file_load, reboot, swapon, swapoff, settimeofday, clock_settime, clock_adjtime,
   *     adjtimex, open_by_handle_at, name_to_handle_at, acct, quotactl, syslog, sethostname,
   *     setdomainname, kcmp, fanotify_init, migrate_pages, move_pages, personality, vhangup,
   *     sched_setaffinity; and where there are such, iopl, ioperm, modify_ldt, uselib, _sysctl,
   *     create_module, get_kernel_syms, query_module, nfsservctl
   * @param hiddenMemory numbers of memfd_create and shmget: memory that no process has in its map
   */
  private record Architecture(
      int audit, int cloneCall, int socketCall, int ioctlCall, int[] refused, int[] hiddenMemory) {}

  private static final int CLONE3 = 435;

  private static final Map<String, Architecture> ARCHITECTURES =
      Map.of(
          "amd64",
          new Architecture(
              0xC000003E,
              56,
              41,
              16,
              new int[] {
                101, 310, 311, 165, 166, 155, 161, 272, 308, 248, 249, 250, 321, 298, 323, 175, 313,
                176, 246, 320, 169, 167, 168, 164, 227, 305, 159, 304, 303, 163, 179, 103, 170, 171,
                312, 300, 256, 279, 135, 153, 203, 172, 173, 154, 134, 156, 174, 177, 178, 180
              },
              new int[] {319, 29}),
          "aarch64",
          new Architecture(
              0xC00000B7,
              220,
              198,
              29,
              new int[] {
                117, 270, 271, 40, 39, 41, 51, 97, 268, 217, 218, 219, 280, 241, 282, 105, 273, 106,
                104, 294, 142, 224, 225, 170, 112, 266, 171, 265, 264, 89, 60, 116, 161, 162, 272,
                262, 238, 239, 92, 58, 122, 42
              },
              new int[] {279, 194}));

  /** More than any system call's number on the architectures that we know. */
  private static final int END = 512;

  private final ByteBuffer program = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
  private final Architecture architecture;

  /** What to do with a call, by its number. */
  private final int[] actions = new int[END];

  private SeccompFilter(Architecture architecture) {
    this.architecture = architecture;
  }

  /**
   * The filter for this machine; empty on an architecture that we do not know.
   *
   * @param accounts whether the kernel accounts for the memory of a box as a whole
   */
  static Optional<byte[]> forThisMachine(boolean accounts) {
    return Optional.ofNullable(ARCHITECTURES.get(System.getProperty("os.arch")))
        .map(architecture -> new SeccompFilter(architecture).build(accounts));
  }

  private byte[] build(boolean accounts) {
    Arrays.fill(actions, ALLOW);
    refuse(architecture.refused(), EPERM);
    refuse(accounts ? new int[0] : architecture.hiddenMemory(), EPERM);
    refuse(REFUSED_EVERYWHERE, EPERM);
    // The C library falls back to clone, whose flags a filter can see.
    refuse(new int[] {CLONE3}, ENOSYS);
    actions[architecture.cloneCall()] = LOOK_AT_CLONE;
    actions[architecture.ioctlCall()] = LOOK_AT_IOCTL;
    actions[architecture.socketCall()] = LOOK_AT_SOCKET;
    add(LOAD, ARCHITECTURE, 0, 0);
    add(JUMP_EQUAL, architecture.audit(), 1, 0);
    add(RETURN, KILL, 0, 0);
    add(LOAD, NUMBER, 0, 0);
    add(JUMP_GREATER_EQUAL, X32, 0, 1);
    add(RETURN, ERROR | ENOSYS, 0, 0);
    decide(0, END);
    byte[] bytes = new byte[program.position()];
    program.flip().get(bytes);
    return bytes;
  }

  private void refuse(int[] numbers, int error) {
    for (int number : numbers) {
      actions[number] = ERROR | error;
    }
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
        add(JUMP_EQUAL, 10, 1, 0); // AF_INET6; vsock among others knows no namespaces
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
