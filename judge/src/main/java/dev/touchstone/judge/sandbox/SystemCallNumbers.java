package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The numbers of the kernel's system calls on one architecture, by name. Immutable. */
final class SystemCallNumbers {
  private static final String TABLE = "system-calls.txt";
  private static final String NO_SUCH_CALL = "-";
  private static final int X86 = 1;
  private static final int GENERIC = 2;

  private final Map<String, Integer> numbers = new TreeMap<>();

  private SystemCallNumbers(int column) {
    for (String line : lines()) {
      String[] fields = line.split(" ", -1);
      if (!fields[column].equals(NO_SUCH_CALL)) {
        numbers.put(fields[0], Integer.valueOf(fields[column]));
      }
    }
  }

  /**
   * Reads the table.
   *
   * @param architecture as in the system property {@code os.arch}
   */
  static SystemCallNumbers of(String architecture) {
    return new SystemCallNumbers(architecture.equals("amd64") ? X86 : GENERIC);
  }

  /** The number of a call; empty where this architecture does not have it. */
  OptionalInt find(String name) {
    Integer number = numbers.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The number of a call that every architecture has. */
  int number(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("Unknown system call " + name));
  }

  /** The largest number that is known. */
  int largest() {
    return numbers.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  private static List<String> lines() {
    try (InputStream table = SystemCallNumbers.class.getResourceAsStream(TABLE)) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
