package dev.touchstone.judge.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts values in the place of names in braces. An argument that is {@code {files}} (all files of
 * the language) or {@code {sources}} (without headers) becomes as many arguments.
 */
final class Placeholders {
  /** Where the JDK is that this program itself runs on. */
  private static final String JAVA_HOME = System.getProperty("java.home");

  private final Language language;
  private final List<String> files;
  private final String mainClass;
  private final int memoryMib;

  Placeholders(Language language, List<String> files) {
    this(language, files, "", 0);
  }

  private Placeholders(Language language, List<String> files, String mainClass, int memoryMib) {
    this.language = language;
    this.files = files;
    this.mainClass = mainClass;
    this.memoryMib = memoryMib;
  }

  Placeholders with(String mainClass, int memoryMib) {
    return new Placeholders(language, files, mainClass, memoryMib);
  }

  List<String> expand(List<String> command) {
    List<String> expanded = new ArrayList<>();
    for (String argument : command) {
      switch (argument) {
        case "{files}" -> files.stream().filter(language::owns).forEach(expanded::add);
        case "{sources}" -> files.stream().filter(language::compiles).forEach(expanded::add);
        default -> expanded.add(replaced(argument));
      }
    }
    return expanded;
  }

  private String replaced(String argument) {
    String main = mainFile();
    return argument
        .replace("{main}", main)
        .replace("{main_stem}", main.substring(0, Math.max(main.lastIndexOf('.'), 0)))
        .replace("{main_class}", mainClass)
        .replace("{memory_mib}", Integer.toString(memoryMib))
        .replace("{java}", JAVA_HOME);
  }

  /** The file with the main file's name, or the first one that is compiled. */
  private String mainFile() {
    String name = language.sources().mainFile();
    return files.stream()
        .filter(file -> Path.of(file).getFileName().toString().equals(name))
        .findFirst()
        .or(() -> files.stream().filter(language::compiles).findFirst())
        .orElse(name);
  }
}
