package dev.touchstone.judge.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Assembles a program as the kernel reads it: classic BPF over {@code struct seccomp_data}. Used by
 * one thread.
 */
final class FilterProgram {
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

  private static final int MOST_BYTES = 8192;

  private final ByteBuffer program = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** Loads 32 bits at an offset of the call's description. */
  void load(int offset) {
    add(LOAD, offset, 0, 0);
  }

  void answer(int answer) {
    add(RETURN, answer, 0, 0);
  }

  /** Answers if the loaded value is the given one. */
  void answerIfEqual(int value, int answer) {
    add(JUMP_EQUAL, value, 0, 1);
    answer(answer);
  }

  /** Answers if the loaded value is not the given one. */
  void answerUnlessEqual(int value, int answer) {
    add(JUMP_EQUAL, value, 1, 0);
    answer(answer);
  }

  /** Ends with one answer if the loaded value is listed, and with another one if not. */
  void answerByList(List<Integer> values, int listed, int others) {
    for (int left = values.size(); left > 0; left--) {
      add(JUMP_EQUAL, values.get(values.size() - left), left, 0);
    }
    answer(others);
    answer(listed);
  }

  /** Answers if the loaded value, without sign, is at least the given one. */
  void answerFrom(int value, int answer) {
    add(JUMP_GREATER_EQUAL, value, 0, 1);
    answer(answer);
  }

  /** Answers if the loaded value has any of the given bits. */
  void answerIfAnyBit(int bits, int answer) {
    add(JUMP_ANY_BIT, bits, 0, 1);
    answer(answer);
  }

  /**
   * Continues with one part if the loaded value, without sign, is below the given one, and with the
   * other if not. Each part ends with an answer.
   */
  void split(int value, Runnable below, Runnable others) {
    int jump = program.position();
    add(JUMP_GREATER_EQUAL, value, 0, 0);
    below.run();
    int skipped = (program.position() - jump) / INSTRUCTION_BYTES - 1;
    if (skipped > MOST_SKIPPED) {
      throw new IllegalStateException("The filter jumps too far.");
    }
    program.put(jump + JUMP_IF_TRUE, (byte) skipped);
    others.run();
  }

  byte[] toBytes() {
    byte[] bytes = new byte[program.position()];
    program.duplicate().flip().get(bytes);
    return bytes;
  }

  private void add(int code, int operand, int jumpIfTrue, int jumpIfFalse) {
    program.putShort((short) code).put((byte) jumpIfTrue).put((byte) jumpIfFalse).putInt(operand);
  }
}
