package dev.touchstone.operations.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of the operator's machine, each with a time limit. */
public final class Program {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Program() {}

  /**
   * How a program ended.
   *
   * @param output what it printed, errors included
   */
  public record Ending(int status, String output) {
    /** Returns the output of a program that must succeed. */
    public String required(String what) {
      if (status != 0) {
        throw new OperationFailed(
            "%s failed with status %d: %s".formatted(what, status, output.strip()));
      }
      return output;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param environment added to ours; secrets go here or into the input, never into the command
   * @param input what it reads
   */
  public static Ending run(
      List<String> command, Map<String, String> environment, String input, Duration limit) {
    return run(command, environment, input, limit, "");
  }

  /**
   * Runs a program until it prints something or ends by itself.
   *
   * @param marker what it prints; then it is ended
   * @return its output, with a status other than 0 if it ended before it printed that
   */
  public static Ending runUntil(
      List<String> command, Map<String, String> environment, Duration limit, String marker) {
    return run(command, environment, "", limit, marker);
  }

  private static Ending run(
      List<String> command,
      Map<String, String> environment,
      String input,
      Duration limit,
      String marker) {
    try {
      Path output = Files.createTempFile("touchstone-program", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
          write(process, input);
          return await(process, output, limit, marker, command.getFirst());
        } finally {
          process.destroyForcibly();
        }
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new OperationFailed(
          "%s can't be run: %s. Install it, or correct its name."
              .formatted(command.getFirst(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed(command.getFirst() + " was interrupted.", e);
    }
  }

  private static Ending await(
      Process process, Path output, Duration limit, String marker, String name)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      boolean ended = process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      String text = ended || !marker.isEmpty() ? Files.readString(output) : "";
      if (!marker.isEmpty() && text.contains(marker)) {
        return new Ending(0, text);
      }
      if (ended) {
        int status = process.exitValue();
        return new Ending(status == 0 && !marker.isEmpty() ? 1 : status, text);
      }
    }
    throw new OperationFailed(
        "%s did not end within %d seconds. It printed: %s"
            .formatted(name, limit.toSeconds(), Files.readString(output).strip()));
  }

  private static void write(Process process, String input) {
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // it ended before it read everything; its status says why
    }
  }

  /** Waits a moment before something is looked at again. */
  public static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Interrupted.", e);
    }
  }
}
