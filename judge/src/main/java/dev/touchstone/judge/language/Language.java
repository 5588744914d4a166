package dev.touchstone.judge.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How sources of a language become a running program; read from a file that {@code
 * docs/languages.md} explains. Immutable.
 *
 * @param id the name on the wire, such as {@code python3}
 * @param name the name that users see
 * @param sources how its files are named
 * @param needs what must be on the machine
 * @param compile the command that compiles, empty for none
 * @param preparation what makes compiling faster, empty for nothing
 * @param run the command that runs
 * @param environment variables that compiler and program see
 * @param supportFiles files that are laid beside the sources, by name
 * @param entryPoint how the class to start is found, empty where there is no choice
 * @param explanations what to say first of messages that beginners can't read
 * @param outOfMemory what the runtime writes to standard error when it ends for want of memory
 * @param factors what a runtime needs beyond the limits of an exercise
 */
public record Language(
    String id,
    String name,
    Sources sources,
    Needs needs,
    List<String> compile,
    Optional<Preparation> preparation,
    List<String> run,
    Map<String, String> environment,
    Map<String, String> supportFiles,
    Optional<EntryPoint> entryPoint,
    List<Explanation> explanations,
    Optional<Pattern> outOfMemory,
    Factors factors) {
  public Language {
    compile = List.copyOf(compile);
    run = List.copyOf(run);
    environment = Map.copyOf(environment);
    supportFiles = Map.copyOf(supportFiles);
    explanations = List.copyOf(explanations);
  }

  /**
   * How source files are named.
   *
   * @param extensions without a dot; headers among them are not compiled on their own
   * @param mainFile the name given to a source that has none
   * @param guessed whether the extension alone means this language, and not a variant of it
   * @param namedAfterClass whether a file must have the name of its public class
   */
  public record Sources(
      List<String> extensions, String mainFile, boolean guessed, boolean namedAfterClass) {
    public Sources {
      extensions = List.copyOf(extensions);
    }
  }

  /**
   * What must be installed on the machine.
   *
   * @param programs names on the path of a box, or absolute paths
   * @param packages the Debian packages that bring them
   * @param reads folders of the host, beside the system's, that compiler and program read
   * @param version the command that prints the version
   * @param probe a command that must succeed, empty for none
   */
  public record Needs(
      List<String> programs,
      List<String> packages,
      List<Path> reads,
      List<String> version,
      List<String> probe) {
    public Needs {
      programs = List.copyOf(programs);
      packages = List.copyOf(packages);
      reads = List.copyOf(reads);
      version = List.copyOf(version);
      probe = List.copyOf(probe);
    }
  }

  /**
   * The warm-up of the compiler, which runs once when a judge starts.
   *
   * @param files something to compile, by name
   * @param command makes in the working folder what boxes then see as {@code /prepared}
   * @param compile the command that compiles with it
   */
  public record Preparation(Map<String, String> files, List<String> command, List<String> compile) {
    public Preparation {
      files = Map.copyOf(files);
      command = List.copyOf(command);
      compile = List.copyOf(compile);
    }
  }

  /** The class that has a {@code main} method is started; the message if there is none. */
  public record EntryPoint(String missing) {}

  /** An explanation of compiler messages that match a pattern. */
  public record Explanation(Pattern when, String say) {}

  /**
   * What a runtime needs beyond the limits of an exercise.
   *
   * @param time the factor for time limits
   * @param memoryMib added to the memory limit of the program
   * @param processes processes and threads
   */
  public record Factors(double time, int memoryMib, int processes) {}

  /** Whether a file name is one of this language's. */
  public boolean owns(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && sources.extensions().contains(fileName.substring(dot + 1));
  }

  /** Whether the file is a source of its own, not only included by one. */
  boolean compiles(String fileName) {
    return owns(fileName) && !fileName.endsWith(".h") && !fileName.endsWith(".hpp");
  }

  /** The file that is started: the one with the main file's name, or the first that is compiled. */
  String mainFile(List<String> files) {
    return files.stream()
        .filter(this::isNamedMain)
        .findFirst()
        .or(() -> files.stream().filter(this::compiles).findFirst())
        .orElse(sources.mainFile());
  }

  private boolean isNamedMain(String file) {
    return file.substring(file.lastIndexOf('/') + 1).equals(sources.mainFile());
  }

  /**
   * The message for a sender of several files if the language starts one of them and no name says
   * which; empty if it is clear.
   */
  public Optional<String> guess(List<String> files) {
    boolean startsOne =
        Stream.concat(compile.stream(), run.stream())
            .anyMatch(argument -> argument.contains("{main}") || argument.contains("{main_stem}"));
    boolean several = files.stream().filter(this::compiles).count() > 1;
    return startsOne && several && files.stream().noneMatch(this::isNamedMain)
        ? Optional.of(
            "The first file is started: %s. To start another one, name it %s."
                .formatted(mainFile(files), sources.mainFile()))
        : Optional.empty();
  }

  /** The compile command for the given files; another one where the compiler is prepared. */
  public List<String> compileCommand(List<String> files, boolean prepared) {
    List<String> command = prepared ? preparation.orElseThrow().compile() : compile;
    return new Placeholders(this, files).expand(command);
  }

  /** The command that prepares, empty for none. */
  public List<String> prepareCommand() {
    return preparation
        .map(preparing ->
            new Placeholders(this, List.copyOf(preparing.files().keySet()))
                .expand(preparing.command()))
        .orElse(List.of());
  }

  /** The files of its programs with size and modification time, which identify the version. */
  public List<String> programFiles() {
    return new Placeholders(this, List.of())
        .expand(needs.programs()).stream().map(MachineProbe::file).toList();
  }

  /** The run command for the given files. */
  public List<String> runCommand(List<String> files, String mainClass, int memoryMib) {
    return new Placeholders(this, files).with(mainClass, memoryMib).expand(run);
  }

  /** The message, preceded by explanations for beginners, if there are any. */
  public String explained(String message) {
    List<String> said = new ArrayList<>();
    for (Explanation explanation : explanations) {
      if (explanation.when().matcher(message).find()) {
        said.add(explanation.say());
      }
    }
    said.add(message);
    return String.join("\n\n", said);
  }
}
