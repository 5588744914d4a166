package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The passphrase of a backup: the first line of a file, since arguments are seen by others. */
final class Passphrase {
  private static final int SHORTEST = 12;

  private Passphrase() {}

  static Secret read(Path file) {
    try {
      String text = Files.readString(file).lines().findFirst().orElse("").strip();
      if (text.length() < SHORTEST) {
        throw new ConfigurationException(
            "The first line of %s must be a passphrase of %d characters or more."
                .formatted(file, SHORTEST));
      }
      return Secret.of(text);
    } catch (IOException e) {
      throw new ConfigurationException(
          "The file " + file + " with the passphrase is not readable.");
    }
  }
}
