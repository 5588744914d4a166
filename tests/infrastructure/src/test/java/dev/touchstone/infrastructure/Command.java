package dev.touchstone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Command {
  /** Far more than any of them takes; stops a program that hangs. */
  private static final long MINUTES = 10;

  private Command() {}

  /**
   * How a program ended.
   *
   * @param output what it wrote, errors included
   */
  record Ending(int status, String output) {}

  /** Runs a program, with variables as {@link #set} sets them. */
  static Ending run(Path folder, Map<String, String> environment, List<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    set(environment, builder);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      Thread watch =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                  }
                } catch (InterruptedException exception) {
                  process.destroyForcibly();
                }
              });
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      watch.join();
      return new Ending(process.waitFor(), output);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + words, exception);
    }
  }

  /** Sets variables for a program; an empty value removes the variable from its environment. */
  static void set(Map<String, String> environment, ProcessBuilder builder) {
    environment.forEach((name, value) -> {
      if (value.isEmpty()) {
        builder.environment().remove(name);
      } else {
        builder.environment().put(name, value);
      }
    });
  }
}
