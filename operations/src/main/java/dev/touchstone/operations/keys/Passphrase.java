package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Function;

/** Protects a private key. Handed to OpenSSH's programs through their environment only. */
record Passphrase(Secret secret) {
  private static final int SHORTEST = 12;

  private static final String VARIABLE = "TOUCHSTONE_ASKPASS";

  /** Shorter ones are guessed, even with many rounds. */
  boolean longEnough() {
    return secret.reveal().length() >= SHORTEST;
  }

  /** What to say of one that is too short. */
  static String tooShort() {
    return "The passphrase must have at least " + SHORTEST + " characters.";
  }

  /** Calls with the environment in which OpenSSH's programs find the passphrase. */
  <T> T with(Function<Map<String, String>, T> use) {
    try {
      // The program contains no secret: it prints a variable.
      Path program =
          Files.createTempFile(
              "touchstone-askpass",
              ".sh",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$" + VARIABLE + "\"\n");
        return use.apply(
            Map.of(
                "SSH_ASKPASS",
                program.toString(),
                "SSH_ASKPASS_REQUIRE",
                "force",
                VARIABLE,
                secret.reveal()));
      } finally {
        Files.delete(program);
      }
    } catch (IOException e) {
      throw new OperationFailed("No file can be written to the temporary folder.", e);
    }
  }
}
