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

  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int ERROR = 0x00050000;

  // Actions that depend on an argument.
  private static final int LOOK_AT_CLONE = 1;
  private static final int LOOK_AT_IOCTL = 2;
  private static final int LOOK_AT_SOCKET = 3;
  private static final int LOOK_AT_FCNTL = 4;
  private static final int LOOK_AT_PROCESS = 5;

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

  /** Calls that allocate memory which no process has mapped. */
  private static final List<String> HIDDEN_MEMORY = List.of("memfd_create");

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
    Arrays.fill(actions, ERROR | ENOSYS);
    set(AllowedCalls.names(), ALLOW);
    set(accounts ? List.of() : HIDDEN_MEMORY, ERROR | ENOSYS);
    set(List.of("clone"), LOOK_AT_CLONE);
    set(List.of("ioctl"), LOOK_AT_IOCTL);
    set(List.of("socket", "socketpair"), LOOK_AT_SOCKET);
    set(List.of("fcntl"), LOOK_AT_FCNTL);
    set(List.of("prlimit64"), LOOK_AT_PROCESS);
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
        REQUESTS.forEach(request -> program.answerIfEqual(request, ALLOW));
        program.answer(ERROR | ENOTTY);
      }
      case LOOK_AT_SOCKET -> {
        program.load(FIRST_ARGUMENT);
        program.answerIfEqual(LOCAL_SOCKETS, ALLOW);
        program.answer(ERROR | EAFNOSUPPORT);
      }
      case LOOK_AT_FCNTL -> {
        program.load(SECOND_ARGUMENT);
        COMMANDS.forEach(command -> program.answerIfEqual(command, ALLOW));
        LOCKS.forEach(command -> program.answerIfEqual(command, ERROR | ENOLCK));
        program.answer(ERROR | EINVAL);
      }
      case LOOK_AT_PROCESS -> {
        program.load(FIRST_ARGUMENT);
        program.answerUnlessEqual(0, ERROR | EPERM); // only the caller itself
        program.answer(ALLOW);
      }
      default -> program.answer(action);
    }
  }
}
