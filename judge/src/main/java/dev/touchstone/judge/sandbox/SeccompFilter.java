package dev.touchstone.judge.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The filter for system calls of a box: a list of what is allowed. Refused calls return an error,
 * so that programs that only probe for a feature still run. The error is mostly ENOSYS, by which C
 * libraries and runtimes know a kernel that does not have a call and do without it.
 */
final class SeccompFilter {
  // Offsets in struct seccomp_data of linux/seccomp.h.
  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int SECOND_ARGUMENT = 24;
  private static final int THIRD_ARGUMENT = 32;
  private static final int FOURTH_ARGUMENT = 40;

  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int ERROR = 0x00050000;

  // Actions that depend on an argument.
  private static final int LOOK_AT_CLONE = 1;
  private static final int LOOK_AT_IOCTL = 2;
  private static final int LOOK_AT_SOCKET = 3;
  private static final int LOOK_AT_FCNTL = 4;
  private static final int LOOK_AT_PROCESS = 5;
  private static final int LOOK_AT_PRCTL = 6;
  private static final int LOOK_AT_ADVICE = 7;
  private static final int LOOK_AT_MAPPING = 8;
  private static final int LOOK_AT_MEMORY_FILE = 9;

  private static final int EPERM = 1;
  private static final int EINVAL = 22;
  private static final int ENOTTY = 25;
  private static final int ENOLCK = 37;
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  /** The error 0: the call returns success and does nothing. */
  private static final int PRETEND = ERROR;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET of linux/sched.h. */
  private static final int NEW_NAMESPACES = 0x7E020000;

  private static final int LOCAL_SOCKETS = 1; // AF_UNIX

  /**
   * Requests of ioctl about terminals and descriptors that C libraries, shells and runtimes use:
   * TCGETS, TCSETS, TCSETSW, TCSETSF, TIOCGPGRP, TIOCSPGRP, TIOCGWINSZ, FIONREAD, FIONBIO,
   * FIONCLEX, FIOCLEX, TCGETS2.
   */
  private static final List<Integer> REQUESTS =
      List.of(
          0x5401,
          0x5402,
          0x5403,
          0x5404,
          0x540F,
          0x5410,
          0x5413,
          0x541B,
          0x5421,
          0x5450,
          0x5451,
          0x802C542A);

  /**
   * Commands of fcntl: F_DUPFD, GETFD, SETFD, GETFL, SETFL, DUPFD_CLOEXEC, SETPIPE_SZ, GETPIPE_SZ,
   * ADD_SEALS, GET_SEALS. Not among them are leases and notifications, by which a program could see
   * what another box opens.
   */
  private static final List<Integer> COMMANDS =
      List.of(0, 1, 2, 3, 4, 1030, 1031, 1032, 1033, 1034);

  /** F_GETLK, SETLK, SETLKW, OFD_GETLK, OFD_SETLK, OFD_SETLKW: all boxes see the files of /usr. */
  private static final List<Integer> LOCKS = List.of(5, 6, 7, 36, 37, 38);

  /**
   * Options of prctl about the caller and its threads: PDEATHSIG, DUMPABLE, NAME, GET_SECCOMP,
   * CAPBSET_READ, TIMERSLACK, CHILD_SUBREAPER, NO_NEW_PRIVS, THP_DISABLE, CAP_AMBIENT, SVE,
   * PAC_RESET_KEYS, TAGGED_ADDR_CTRL, SME, SET_VMA. Not among them are MEMORY_MERGE, since equal
   * pages of two boxes are then one; and SCHED_CORE, which keeps other boxes from the same core.
   */
  private static final List<Integer> PRCTL_OPTIONS =
      List.of(
          1,
          2,
          3,
          4,
          15,
          16,
          21,
          23,
          29,
          30,
          36,
          37,
          38,
          39,
          41,
          42,
          47,
          50,
          51,
          54,
          55,
          56,
          63,
          64,
          0x53564D41);

  /**
   * Advice of madvise: NORMAL to DONTNEED, FREE, DONTFORK, DOFORK, HUGEPAGE to KEEPONFORK,
   * POPULATE_READ to COLLAPSE. Not among them are MERGEABLE, as above, and what moves pages out of
   * memory.
   */
  private static final List<Integer> ADVICE =
      List.of(0, 1, 2, 3, 4, 8, 10, 11, 14, 15, 16, 17, 18, 19, 22, 23, 24, 25);

  /**
   * MAP_HUGETLB and MFD_HUGETLB: pages that the operator has set aside for another program, and
   * that no memory limit counts.
   */
  private static final int RESERVED_PAGES = 0x40000;

  private static final int RESERVED_PAGES_FILE = 4;

  /** x32 calls have this bit set and would evade a comparison of numbers. */
  private static final int X32 = 0x40000000;

  /** The constants of linux/audit.h for the architectures that this filter knows. */
  private static final Map<String, Integer> AUDIT =
      Map.of("amd64", 0xC000003E, "aarch64", 0xC00000B7);

  private final FilterProgram program = new FilterProgram();
  private final int audit;
  private final SystemCallNumbers numbers;

  /** What to do with a call, by its number; the last one is for all numbers from there on. */
  private final int[] actions;

  private SeccompFilter(int audit, SystemCallNumbers numbers) {
    this.audit = audit;
    this.numbers = numbers;
    this.actions = new int[numbers.largest() + 2];
  }

  /**
   * The filter for this machine; empty on an unknown architecture.
   *
   * @param accounts whether the kernel accounts for the memory of a box as a whole; if not,
   *     programs get no memory which no process has mapped
   */
  static Optional<byte[]> forThisMachine(boolean accounts) {
    return forArchitecture(System.getProperty("os.arch"), accounts);
  }

  static Optional<byte[]> forArchitecture(String name, boolean accounts) {
    return Optional.ofNullable(AUDIT.get(name))
        .map(audit -> new SeccompFilter(audit, SystemCallNumbers.of(name)).build(accounts));
  }

  private byte[] build(boolean accounts) {
    Arrays.fill(actions, ERROR | ENOSYS);
    set(AllowedCalls.names(), ALLOW);
    set(List.of("memfd_create"), accounts ? LOOK_AT_MEMORY_FILE : ERROR | ENOSYS);
    set(List.of("clone"), LOOK_AT_CLONE);
    set(List.of("ioctl"), LOOK_AT_IOCTL);
    set(List.of("socket", "socketpair"), LOOK_AT_SOCKET);
    set(List.of("fcntl"), LOOK_AT_FCNTL);
    set(List.of("prlimit64"), LOOK_AT_PROCESS);
    set(List.of("prctl"), LOOK_AT_PRCTL);
    set(List.of("madvise"), LOOK_AT_ADVICE);
    set(List.of("mmap"), LOOK_AT_MAPPING);
    // All boxes see the files of /usr, so a lock would be a message. Java's virtual machine locks a
    // file that only itself has, and complains on standard output if it can't.
    set(List.of("flock"), PRETEND);
    program.load(ARCHITECTURE);
    program.answerUnlessEqual(audit, KILL);
    program.load(NUMBER);
    program.answerFrom(X32, ERROR | ENOSYS);
    decide(0, actions.length);
    return program.toBytes();
  }

  /** Some calls exist on one architecture only. */
  private void set(List<String> names, int action) {
    names.forEach(name -> numbers.find(name).ifPresent(number -> actions[number] = action));
  }

  /**
   * Decides about the numbers from {@code first} on, as a tree of comparisons: when a filter is
   * loaded, the kernel runs it for each number there is, which takes long where each is compared
   * with all that are listed.
   */
  private void decide(int first, int end) {
    int split = split(first, end);
    if (split == end) {
      act(actions[first]);
    } else {
      program.split(split, () -> decide(first, split), () -> decide(split, end));
    }
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
        program.load(FIRST_ARGUMENT);
        program.answerIfAnyBit(NEW_NAMESPACES, ERROR | EPERM);
        program.answer(ALLOW);
      }
      case LOOK_AT_IOCTL -> {
        program.load(SECOND_ARGUMENT);
        program.answerByList(REQUESTS, ALLOW, ERROR | ENOTTY);
      }
      case LOOK_AT_SOCKET -> {
        program.load(FIRST_ARGUMENT);
        program.answerIfEqual(LOCAL_SOCKETS, ALLOW);
        program.answer(ERROR | EAFNOSUPPORT);
      }
      case LOOK_AT_FCNTL -> {
        program.load(SECOND_ARGUMENT);
        LOCKS.forEach(command -> program.answerIfEqual(command, ERROR | ENOLCK));
        program.answerByList(COMMANDS, ALLOW, ERROR | EINVAL);
      }
      case LOOK_AT_PROCESS -> {
        program.load(FIRST_ARGUMENT);
        program.answerUnlessEqual(0, ERROR | EPERM); // only the caller itself
        program.answer(ALLOW);
      }
      case LOOK_AT_PRCTL -> {
        program.load(FIRST_ARGUMENT);
        program.answerByList(PRCTL_OPTIONS, ALLOW, ERROR | EINVAL);
      }
      case LOOK_AT_ADVICE -> {
        program.load(THIRD_ARGUMENT);
        program.answerByList(ADVICE, ALLOW, ERROR | EINVAL);
      }
      case LOOK_AT_MAPPING -> {
        program.load(FOURTH_ARGUMENT);
        program.answerIfAnyBit(RESERVED_PAGES, ERROR | EINVAL);
        program.answer(ALLOW);
      }
      case LOOK_AT_MEMORY_FILE -> {
        program.load(SECOND_ARGUMENT);
        program.answerIfAnyBit(RESERVED_PAGES_FILE, ERROR | EINVAL);
        program.answer(ALLOW);
      }
      default -> program.answer(action);
    }
  }
}
