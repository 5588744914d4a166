package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
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
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  /** Of {@code asm/unistd_64.h}, from ptrace to open_tree_attr; clone3 apart. */
  private static final List<Integer> REFUSED =
      List.of(
          101, 103, 134, 135, 153, 154, 155, 156, 159, 161, 163, 164, 165, 166, 167, 168, 169, 170,
          171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 203, 227, 246, 248, 249, 250, 256, 272,
          279, 298, 300, 303, 304, 305, 308, 310, 311, 312, 313, 320, 321, 323, 425, 426, 427, 428,
          429, 430, 431, 432, 433, 438, 440, 442, 443, 447, 448, 457, 458, 467);

  @Test
  void refusesJustTheListedCalls() {
    List<Integer> refused =
        IntStream.range(0, 2000)
            .filter(number -> answer(number, 0, 0) == (ERROR | EPERM))
            .boxed()
            .toList();
    assertThat(refused).isEqualTo(REFUSED);
    assertThat(answer(435, 0, 0)).isEqualTo(ERROR | ENOSYS); // clone3
  }

  /** A name that is not in the table would be refused nowhere. */
  @Test
  void refusesOnlyCallsThatThereAre() {
    SystemCallNumbers numbers = SystemCallNumbers.of("amd64");
    assertThat(SeccompFilter.REFUSED)
        .doesNotHaveDuplicates()
        .hasSize(REFUSED.size())
        .allSatisfy(name -> assertThat(numbers.find(name)).as(name).isPresent());
  }

  @Test
  void refusesHiddenMemoryWhereNobodyAccountsForIt() {
    assertThat(answer(true, AMD64, 319, 0, 0)).isEqualTo(ALLOW);
    assertThat(answer(false, AMD64, 319, 0, 0)).isEqualTo(ERROR | EPERM);
    assertThat(answer(false, AMD64, 29, 0, 0)).isEqualTo(ERROR | EPERM);
  }

  @Test
  void looksAtTheArgumentsOfSome() {
    assertThat(answer(56, 0x00010000, 0)).isEqualTo(ALLOW); // clone: a thread
    assertThat(answer(56, 0x10000000, 0)).isEqualTo(ERROR | EPERM); // a user namespace
    assertThat(answer(16, 0, 0x5401)).isEqualTo(ALLOW); // ioctl: TCGETS
    assertThat(answer(16, 0, 0x5412)).isEqualTo(ERROR | EPERM);
    assertThat(answer(16, 0, 0x541C)).isEqualTo(ERROR | EPERM);
    for (int family : List.of(1, 2, 10)) {
      assertThat(answer(41, family, 0)).isEqualTo(ALLOW);
    }
    for (int family : List.of(0, 3, 16, 17, 40)) {
      assertThat(answer(41, family, 0)).isEqualTo(ERROR | EAFNOSUPPORT);
    }
  }

  @Test
  void knowsOneWayOfCallingOnly() {
    assertThat(answer(0x40000000 | 101, 0, 0)).isEqualTo(ERROR | ENOSYS);
    assertThat(answer(-1, 0, 0)).isEqualTo(ERROR | ENOSYS);
    assertThat(answer(true, 0x40000003, 26, 0, 0)).isEqualTo(KILL); // 32 bits
  }

  @Test
  void knowsTheNumbersOf64BitArm() {
    List<Integer> refused =
        IntStream.range(0, 2000)
            .filter(number -> answer(true, ARM64, number, 0, 0) == (ERROR | EPERM))
            .boxed()
            .toList();
    assertThat(refused)
        .hasSize(60)
        .contains(40, 41, 51, 97, 117, 122, 268, 280, 282, 425, 467) // mount … open_tree_attr
        .doesNotContain(101, 165, 172, 178, 220); // nanosleep, …, gettid, clone
    assertThat(answer(true, ARM64, 220, 0x10000000, 0)).isEqualTo(ERROR | EPERM);
  }

  @Test
  void answersEachCallInAFewSteps() {
    assertThat(IntStream.range(0, 512).map(number -> steps(number)).max().orElseThrow())
        .isLessThan(24);
  }

  private static int answer(int number, int first, int second) {
    return answer(true, AMD64, number, first, second);
  }

  private static int answer(boolean accounts, int audit, int number, int first, int second) {
    return run(accounts, audit, number, first, second)[0];
  }

  private static int steps(int number) {
    return run(true, AMD64, number, 0, 0)[1];
  }

  /** Classic BPF (Documentation/networking/filter.rst); the answer and the number of steps. */
  private static int[] run(boolean accounts, int audit, int number, int first, int second) {
    String architecture = audit == ARM64 ? "aarch64" : "amd64";
    ByteBuffer code =
        ByteBuffer.wrap(SeccompFilter.forArchitecture(architecture, accounts).orElseThrow())
            .order(ByteOrder.LITTLE_ENDIAN);
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
