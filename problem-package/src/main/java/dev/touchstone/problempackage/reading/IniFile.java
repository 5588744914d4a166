package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DOMjudge's {@code domjudge-problem.ini}, as PHP reads it: lines {@code key = value}, the value
 * quoted or not, with comments after semicolons. See the appendix "Problem format specification" of
 * its manual.
 */
final class IniFile {
  static final String NAME = "domjudge-problem.ini";
  private static final String MARK = "\uFEFF";
  private static final Set<String> USED =
      Set.of("name", "timelimit", "special_run", "special_compare");

  private final boolean exists;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private IniFile(boolean exists) {
    this.exists = exists;
  }

  static IniFile read(Path root, List<Fault> faults) {
    if (!Files.isRegularFile(root.resolve(NAME))) {
      return new IniFile(false);
    }
    IniFile file = new IniFile(true);
    String text = PackageReader.text(root, NAME, faults);
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      file.read(i + 1, line.startsWith(MARK) ? line.substring(1).strip() : line, faults);
    }
    return file;
  }

  private void read(int number, String line, List<Fault> faults) {
    if (line.isEmpty() || line.startsWith(";") || line.startsWith("#") || line.startsWith("[")) {
      return;
    }
    int equals = line.indexOf('=');
    if (equals < 0) {
      faults.add(new Fault(NAME, number, "must have lines of the form key = value, not " + line));
      return;
    }
    String key = line.substring(0, equals).strip();
    values.put(key, unquoted(line.substring(equals + 1).strip()));
    lines.put(key, number);
    if (!USED.contains(key)) {
      faults.add(Fault.warning(NAME, number, key + " is not used"));
    }
  }

  /** Quotes protect a semicolon; otherwise it begins a comment. */
  private static String unquoted(String text) {
    for (String quote : List.of("'", "\"")) {
      int end = text.indexOf(quote, 1);
      if (text.startsWith(quote) && end > 0) {
        return text.substring(1, end);
      }
    }
    int comment = text.indexOf(';');
    return comment < 0 ? text : text.substring(0, comment).strip();
  }

  boolean exists() {
    return exists;
  }

  /** The line of a key, 0 if it is not there. */
  int line(String key) {
    return lines.getOrDefault(key, 0);
  }

  /** A value that is not empty. */
  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }
}
