package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run in a box.
 *
 * @param arguments the program and its arguments, with paths as inside the box
 * @param environment all variables that it sees
 * @param folders host folders or files that it may read, by their path inside the box
 * @param workFolder whether {@code /box} is a fresh folder that it may write; otherwise {@code
 *     /box} exists only if it is one of {@code folders}
 * @param input a host file or pipe that becomes standard input; of a file the box gets a copy
 * @param output a host file that takes standard output
 * @param error a host file that takes standard error
 * @param pinned whether it stays on one processor, so that its CPU time repeats
 * @param hidden whether it reads what learners must not see, such as a hidden test. Such commands
 *     have boxes of their own: no box that has run one ever shows a learner what it runs
 */
public record Command(
    List<String> arguments,
    Map<String, String> environment,
    Map<String, Path> folders,
    boolean workFolder,
    Path input,
    Path output,
    Path error,
    RunLimits limits,
    boolean pinned,
    boolean hidden) {
  private static final int LONGEST_COMPLAINT = 500;

  /** A command that reads nothing hidden and may use all processors. */
  public Command(
      List<String> arguments,
      Map<String, String> environment,
      Map<String, Path> folders,
      boolean workFolder,
      Path input,
      Path output,
      Path error,
      RunLimits limits) {
    this(arguments, environment, folders, workFolder, input, output, error, limits, false, false);
  }

  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    folders = Map.copyOf(folders);
  }

  /** Whether standard output or error exceeds its limit; the kernel allows one byte more. */
  boolean overflowed() {
    return Math.max(output.toFile().length(), error.toFile().length()) > limits.outputBytes();
  }

  /** The beginning of standard error, from bubblewrap or the program. */
  String complaint() {
    try (var in = Files.newInputStream(error)) {
      return new String(in.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** The same with other files. */
  Command withStreams(Streams streams) {
    return new Command(
        arguments,
        environment,
        folders,
        workFolder,
        streams.input(),
        streams.output(),
        streams.error(),
        limits,
        pinned,
        hidden);
  }

  /** The same with another standard input. */
  Command withInput(Path other) {
    return new Command(
        arguments, environment, folders, workFolder, other, output, error, limits, pinned, hidden);
  }
}
