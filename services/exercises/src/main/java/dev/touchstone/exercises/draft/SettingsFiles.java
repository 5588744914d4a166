package dev.touchstone.exercises.draft;

import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Where the parts of a package are. */
final class SettingsFiles {
  static final String PROBLEM = "problem.yaml";
  static final String TOUCHSTONE = "touchstone.yaml";
  static final String STARTER = "starter/";
  static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  static final Pattern GROUP = Pattern.compile("(sample|secret(/[A-Za-z0-9_]{1,60}){0,4})");
  static final String HINTS = "hints/";
  private static final Pattern HINT =
      Pattern.compile("hints/([1-9][0-9]?)(\\.([a-z]{2,3}(-[A-Z]{2})?))?\\.md");
  private static final Pattern EDITORIAL =
      Pattern.compile("solution/solution(\\.([a-z]{2,3}(-[A-Z]{2})?))?\\.md");
  private static final String DATA = "data/";

  private SettingsFiles() {}

  /** The version of the format; that of new drafts if the file can't be read. */
  static FormatVersion version(DraftTexts texts) throws IOException {
    Optional<ObjectNode> problem = texts.yaml(PROBLEM);
    return problem
        .flatMap(file -> FormatVersion.of(file.path("problem_format_version").asString("legacy")))
        .orElse(FormatVersion.V2025_09);
  }

  /** The Markdown statement in a language. */
  static String statement(FormatVersion version, String locale) {
    return version.statementFolder() + "/problem." + locale + ".md";
  }

  /** The locale of a Markdown statement; empty for other files. */
  static Optional<String> localeOf(FormatVersion version, String path) {
    String start = version.statementFolder() + "/problem.";
    if (!path.startsWith(start) || !path.endsWith(".md")) {
      return Optional.empty();
    }
    if (path.length() == start.length() + 2) { // problem.md
      return Optional.of("en");
    }
    String locale = path.substring(start.length(), Math.max(start.length(), path.length() - 3));
    return LOCALE.matcher(locale).matches() ? Optional.of(locale) : Optional.empty();
  }

  /** A hint, by its number and language. */
  record Hint(int number, String locale) {
    String path() {
      return HINTS + number + "." + locale + ".md";
    }
  }

  /** The hint that a file has; empty for other files. */
  static Optional<Hint> hintOf(String path) {
    Matcher name = HINT.matcher(path);
    return name.matches()
        ? Optional.of(
            new Hint(
                Integer.parseInt(name.group(1)), Objects.requireNonNullElse(name.group(3), "en")))
        : Optional.empty();
  }

  /** The Markdown editorial in a language. */
  static String editorial(String locale) {
    return "solution/solution." + locale + ".md";
  }

  /** The locale of a Markdown editorial; empty for other files. */
  static Optional<String> editorialOf(String path) {
    Matcher name = EDITORIAL.matcher(path);
    return name.matches()
        ? Optional.of(Objects.requireNonNullElse(name.group(2), "en"))
        : Optional.empty();
  }

  /** The settings of a folder of tests. */
  static String group(FormatVersion version, String group) {
    return DATA + group + "/" + version.settingsFile();
  }

  /** The folder of tests whose settings a file has; empty for other files. */
  static Optional<String> groupOf(FormatVersion version, String path) {
    String end = "/" + version.settingsFile();
    return path.startsWith(DATA)
            && path.endsWith(end)
            && path.length() > DATA.length() + end.length()
        ? Optional.of(path.substring(DATA.length(), path.length() - end.length()))
        : Optional.empty();
  }

  /** The name of a new starter file. */
  static String starter(String language) {
    String extension =
        switch (language.toLowerCase(Locale.ROOT)) {
          case "python3", "python2", "pypy" -> ".py";
          case "javascript" -> ".js";
          case "typescript" -> ".ts";
          case "csharp" -> ".cs";
          case "pascal" -> ".pas";
          case "kotlin" -> ".kt";
          case "rust" -> ".rs";
          case "ruby" -> ".rb";
          default -> "." + language;
        };
    return STARTER + language + "/main" + extension;
  }
}
