package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param next what the caller probably runs next
 * @param conversation the runs that it talks with, if there are any
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
    boolean hidden,
    Next next,
    Optional<Conversation> conversation) {
  private static final int LONGEST_COMPLAINT = 500;
  private static final Path NOTHING = Path.of("/dev/null");

  /** What a box prepares while it is free. A wrong guess costs time, and nothing else. */
  public enum Next {
    UNKNOWN,
    /** The same program and arguments with other folders. */
    SAME_PROGRAM,
    /** The same command with other standard streams. */
    SAME
  }

  /** A command that reads nothing hidden, may use all processors, and may be the only one. */
  public Command(
      List<String> arguments,
      Map<String, String> environment,
      Map<String, Path> folders,
      boolean workFolder,
      Path input,
      Path output,
      Path error,
      RunLimits limits) {
    this(
        arguments,
        environment,
        folders,
        workFolder,
        input,
        output,
        error,
        limits,
        false,
        false,
        Next.UNKNOWN);
  }

  /** A command that talks with no other run. */
  public Command(
      List<String> arguments,
      Map<String, String> environment,
      Map<String, Path> folders,
      boolean workFolder,
      Path input,
      Path output,
      Path error,
      RunLimits limits,
      boolean pinned,
      boolean hidden,
      Next next) {
    this(
        arguments,
        environment,
        folders,
        workFolder,
        input,
        output,
        error,
        limits,
        pinned,
        hidden,
        next,
        Optional.empty());
  }

  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    folders = Map.copyOf(folders);
  }

  /** The same as a part of a conversation. */
  public Command in(Conversation with) {
    return with(input, output, error, next, Optional.of(with));
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
    return with(streams.input(), streams.output(), streams.error(), next, conversation);
  }

  /** The same with another standard input. */
  Command withInput(Path other) {
    return with(other, output, error, next, conversation);
  }

  /** Whether a box that is made for the other command is as good for this one. */
  boolean isSameAs(Command other) {
    return withoutStreams().equals(other.withoutStreams());
  }

  private Command withoutStreams() {
    return with(NOTHING, NOTHING, NOTHING, Next.UNKNOWN, conversation);
  }

  private Command with(Path in, Path out, Path err, Next later, Optional<Conversation> talk) {
    return new Command(
        arguments,
        environment,
        folders,
        workFolder,
        in,
        out,
        err,
        limits,
        pinned,
        hidden,
        later,
        talk);
  }
}
