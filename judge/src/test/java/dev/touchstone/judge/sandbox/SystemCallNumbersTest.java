package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SystemCallNumbersTest {
  /** The headers may be older or newer than the table: what both have must be equal. */
  @Test
  void areThoseOfTheKernelsHeaders() throws Exception {
    SystemCallTable table = SystemCallTable.parse(table());
    SystemCallTable headers = SystemCallTable.fromHeaders();
    assumeFalse(headers.arm().isEmpty(), "linux-libc-dev is not installed");
    compare(table.arm(), headers.arm());
    if (!headers.x86().isEmpty()) { // only a machine of this architecture has them
      compare(table.x86(), headers.x86());
    }
  }

  private static void compare(Map<String, Integer> table, Map<String, Integer> headers) {
    int last = Math.min(SystemCallTable.newest(table), SystemCallTable.newest(headers));
    table.values().removeIf(number -> number > last);
    headers.values().removeIf(number -> number > last);
    assertThat(last).isGreaterThan(440);
    assertThat(table).isEqualTo(headers);
  }

  @Test
  void differBetweenArchitectures() {
    SystemCallNumbers x86 = SystemCallNumbers.of("amd64");
    SystemCallNumbers arm = SystemCallNumbers.of("aarch64");
    assertThat(x86.number("ptrace")).isEqualTo(101);
    assertThat(arm.number("ptrace")).isEqualTo(117);
    assertThat(x86.number("clone3")).isEqualTo(arm.number("clone3")).isEqualTo(435);
    assertThat(x86.find("iopl")).hasValue(172);
    assertThat(arm.find("iopl")).isEmpty();
  }

  private static String table() throws Exception {
    try (InputStream in = SystemCallNumbers.class.getResourceAsStream("system-calls.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
