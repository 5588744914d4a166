package dev.touchstone.judge.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  /** Extensions of files that are only included by others. */
  private static final Set<String> HEADERS = Set.of("h", "hh", "hpp", "hxx", "h++");

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
   * @param library what the text of a file contains that other files use and that is not started
   * @param foreign what a text contains that is in another language with the same extension
   */
  public record Sources(
      List<String> extensions,
      String mainFile,
      boolean guessed,
      boolean namedAfterClass,
      Optional<Pattern> library,
      Optional<Pattern> foreign) {
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
   * The warm-up of the compiler, which runs once in a judge, when a program first needs it.
   *
   * @param files something to compile, by name
   * @param command makes in the working folder what boxes then see as {@code /prepared}
   * @param compile the command that compiles with it
   * @param headers sets of headers to prepare when a program has them, where headers are what is
   *     prepared; the command then runs for each set, and for others that sources begin with
   */
  public record Preparation(
      Map<String, String> files,
      List<String> command,
      List<String> compile,
      List<List<String>> headers) {
    public Preparation {
      files = Map.copyOf(files);
      command = List.copyOf(command);
      compile = List.copyOf(compile);
      headers = headers.stream().map(List::copyOf).toList();
    }

    /** One that prepares no headers. */
    public Preparation(Map<String, String> files, List<String> command, List<String> compile) {
      this(files, command, compile, List.of());
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

  /** The last part of a file's name, without its extension. */
  public static String stem(String fileName) {
    String last = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }

  /** Whether a file name is one of this language's. */
  public boolean owns(String fileName) {
    return extension(fileName).isPresent();
  }

  /**
   * The extension of one of this language's files as its tools know it. Windows does not
   * distinguish upper and lower case; of a single letter, compilers do: .C is C++ and .c is C.
   */
  private Optional<String> extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String extension = dot < 0 ? "" : fileName.substring(dot + 1);
    return Stream.of(extension, extension.length() > 1 ? extension.toLowerCase(Locale.ROOT) : "")
        .filter(sources.extensions()::contains)
        .findFirst();
  }

  /** The name of one of this language's files with the extension that its tools know. */
  public String known(String fileName) {
    return compiles(fileName)
        ? fileName.substring(0, fileName.lastIndexOf('.') + 1) + extension(fileName).orElseThrow()
        : fileName;
  }

  /** Whether a file is a source of its own, not only included by one. */
  public boolean compiles(String fileName) {
    return extension(fileName)
        .filter(extension -> !HEADERS.contains(extension.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /** Whether a file has the main file's name. */
  public boolean isMain(String fileName) {
    return compiles(fileName) && stem(fileName).equals(stem(sources.mainFile()));
  }

  /** Whether the text of a file says that other files use it. */
  public boolean isLibrary(String text) {
    return sources.library().filter(pattern -> pattern.matcher(text).find()).isPresent();
  }

  /** Whether the language starts one of several files, and does not link or search them all. */
  public boolean startsOneFile() {
    return Stream.concat(compile.stream(), run.stream())
        .anyMatch(argument -> argument.contains("{main}") || argument.contains("{main_stem}"));
  }

  /** The compile command for the given files; another one where the compiler is prepared. */
  public List<String> compileCommand(ProgramFiles files, boolean prepared) {
    List<String> command = prepared ? preparation.orElseThrow().compile() : compile;
    return new Placeholders(this, files).expand(command);
  }

  /** Whether headers are what is prepared. */
  public boolean preparesHeaders() {
    return preparation.filter(preparing -> !preparing.headers().isEmpty()).isPresent();
  }

  /** The command that prepares, empty for none. */
  public List<String> prepareCommand() {
    return preparation
        .map(preparing ->
            new Placeholders(
                    this,
                    new ProgramFiles(List.copyOf(preparing.files().keySet()), sources.mainFile()))
                .expand(preparing.command()))
        .orElse(List.of());
  }

  /** The files of its programs with size and modification time, which identify the version. */
  public List<String> programFiles() {
    return new Placeholders(this)
        .expand(needs.programs()).stream().map(MachineProbe::file).toList();
  }

  /** The run command for the given files. */
  public List<String> runCommand(ProgramFiles files, String mainClass, int memoryMib) {
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
