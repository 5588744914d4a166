package dev.touchstone.operations.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The platform's settings: those whose values a bundle shows, and those of which it says only
 * whether they are set. A setting that is on neither list is not mentioned at all.
 */
final class KnownSettings {
  /** No secret, and no address that may contain one. */
  static final List<String> SHOWN = lines("/support/shown.txt");

  static final List<String> HIDDEN = lines("/support/hidden.txt");

  private KnownSettings() {}

  private static List<String> lines(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(KnownSettings.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
