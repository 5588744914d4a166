package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The names of the system calls that programs may make; see {@code allowed-system-calls.txt}. */
final class AllowedCalls {
  private static final String LIST = "allowed-system-calls.txt";

  private AllowedCalls() {}

  static List<String> names() {
    try (InputStream list = AllowedCalls.class.getResourceAsStream(LIST)) {
      return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
