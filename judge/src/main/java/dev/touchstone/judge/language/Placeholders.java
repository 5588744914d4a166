package dev.touchstone.judge.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces names in braces with values. An argument that is {@code {files}} (all files of the
 * language) or {@code {sources}} (without headers) becomes as many arguments.
 */
final class Placeholders {
  /** Where the JDK is that this program itself runs on. */
  private static final String JAVA_HOME = System.getProperty("java.home");

  private final Language language;
  private final ProgramFiles files;
  private final String mainClass;
  private final int memoryMib;

  /** For commands that are not about files. */
  Placeholders(Language language) {
    this(language, new ProgramFiles(List.of(), ""));
  }

  Placeholders(Language language, ProgramFiles files) {
    this(language, files, "", 0);
  }

  private Placeholders(Language language, ProgramFiles files, String mainClass, int memoryMib) {
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
        case "{files}" -> add(files.all().stream().filter(language::owns), expanded);
        case "{sources}" -> add(files.all().stream().filter(language::compiles), expanded);
        default -> expanded.add(replaced(argument));
      }
    }
    return expanded;
  }

  private static void add(Stream<String> names, List<String> expanded) {
    names.map(Placeholders::safe).forEach(expanded::add);
  }

  /** A leading dash would make the name an option, an at sign a file of options. */
  private static String safe(String name) {
    return name.startsWith("-") || name.startsWith("@") ? "./" + name : name;
  }

  private String replaced(String argument) {
    String main = safe(files.main());
    return argument
        .replace("{main}", main)
        .replace("{main_stem}", main.substring(0, Math.max(main.lastIndexOf('.'), 0)))
        .replace("{main_class}", mainClass)
        .replace("{memory_mib}", Integer.toString(memoryMib))
        .replace("{java}", JAVA_HOME);
  }
}
