package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the statement of each locale; if there are several, the most readable form. */
final class StatementFiles {
  private static final Pattern NAME =
      Pattern.compile("problem(?:\\.([a-z]{2,3}(?:-[A-Z]{2})?))?\\.(md|tex|html?|txt|pdf)");
  private static final List<String> PREFERRED = List.of("md", "tex", "html", "htm", "txt", "pdf");

  private final Path root;
  private final FormatVersion version;

  StatementFiles(Path root, FormatVersion version) {
    this.root = root;
    this.version = version;
  }

  Map<String, Path> find() throws IOException {
    Map<String, Path> statements = new LinkedHashMap<>();
    Path folder = root.resolve(version.statementFolder());
    if (Files.isDirectory(folder)) {
      add(folder, statements);
    }
    if (statements.isEmpty()) { // where DOMjudge has it
      add(root, statements);
    }
    return statements;
  }

  private static void add(Path folder, Map<String, Path> statements) throws IOException {
    for (Path file : PackageReader.children(folder)) {
      Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
      if (matcher.matches() && Files.isRegularFile(file)) {
        String locale = matcher.group(1) == null ? "en" : matcher.group(1);
        statements.merge(locale, file, StatementFiles::moreReadable);
      }
    }
  }

  private static Path moreReadable(Path one, Path other) {
    return PREFERRED.indexOf(extension(one)) <= PREFERRED.indexOf(extension(other)) ? one : other;
  }

  private static String extension(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
