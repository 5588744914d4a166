package dev.touchstone.judge.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How sources of a language become a running program; read from {@code <id>.yaml}.
 *
 * @param id the name on the wire, such as {@code python3}
 * @param name the name for people
 * @param extensions of its files, without a dot
 * @param mainFile the name given to a source that has none
 * @param programs what must be installed
 * @param version the command that prints the version
 * @param compile the command that compiles, empty for none
 * @param run the command that runs
 * @param environment variables that compiler and program see
 * @param entryPoint how the main class is found, {@code java} or empty for none
 * @param timeFactor what time limits are multiplied with
 * @param extraMemoryMib what a runtime needs beside the program's memory
 * @param processes processes and threads of a runtime
 */
public record Language(
    String id,
    String name,
    List<String> extensions,
    String mainFile,
    List<String> programs,
    List<String> version,
    List<String> compile,
    List<String> run,
    Map<String, String> environment,
    String entryPoint,
    double timeFactor,
    int extraMemoryMib,
    int processes) {
  /** Where the JDK is that this program itself runs on. */
  private static final String JAVA_HOME = System.getProperty("java.home");

  /** Keeps its own copies. */
  public Language {
    extensions = List.copyOf(extensions);
    programs = List.copyOf(programs);
    version = List.copyOf(version);
    compile = List.copyOf(compile);
    run = List.copyOf(run);
    environment = Map.copyOf(environment);
  }

  /** Whether a file name is one of this language's. */
  public boolean owns(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && extensions.contains(fileName.substring(dot + 1));
  }

  /** Whether what the language compiles is a source by itself and not included by one. */
  boolean compiles(String fileName) {
    return owns(fileName) && !fileName.endsWith(".h") && !fileName.endsWith(".hpp");
  }

  /** The compile command for the given files. */
  public List<String> compileCommand(List<String> files) {
    return expanded(compile, files, mainOf(files), "", 0);
  }

  /** The run command for the given files. */
  public List<String> runCommand(List<String> files, String mainClass, int memoryMib) {
    return expanded(run, files, mainOf(files), mainClass, memoryMib);
  }

  /** The programs that must be installed, as names or paths. */
  public List<String> requiredPrograms() {
    return expanded(programs, List.of(), "", "", 0);
  }

  /** The command that prints the version. */
  public List<String> versionCommand() {
    return expanded(version, List.of(), "", "", 0);
  }

  private String mainOf(List<String> files) {
    return files.stream()
        .filter(file -> Path.of(file).getFileName().toString().equals(mainFile))
        .findFirst()
        .or(() -> files.stream().filter(this::compiles).findFirst())
        .orElse(mainFile);
  }

  private List<String> expanded(
      List<String> command, List<String> files, String main, String mainClass, int memoryMib) {
    List<String> expanded = new ArrayList<>();
    for (String argument : command) {
      switch (argument) {
        case "{files}" -> files.stream().filter(this::owns).forEach(expanded::add);
        case "{sources}" -> files.stream().filter(this::compiles).forEach(expanded::add);
        default ->
            expanded.add(
                argument
                    .replace("{main}", main)
                    .replace("{main_class}", mainClass)
                    .replace("{memory_mib}", Integer.toString(memoryMib))
                    .replace("{java}", JAVA_HOME));
      }
    }
    return expanded;
  }
}
