package dev.touchstone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Command {
  /** Far more than any of them takes; stops a program that hangs. */
  private static final long MINUTES = 5;

  private Command() {}

  /** How a program ended, what it printed, and its errors. */
  record Ending(int status, String output, String errors) {
    /** What it printed, if it succeeded. */
    String orFail() {
      if (status != 0) {
        throw new AssertionError(errors + output);
      }
      return output;
    }
  }

  static Ending run(Path folder, List<String> words) {
    try {
      Path errors = Files.createTempFile("errors", ".txt");
      try {
        Process process =
            new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError(words + " does not end");
        }
        return new Ending(process.exitValue(), output, Files.readString(errors));
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + words, exception);
    }
  }
}
