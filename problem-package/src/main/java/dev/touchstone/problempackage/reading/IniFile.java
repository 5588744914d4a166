package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DOMjudge's {@code domjudge-problem.ini}: lines {@code key = value}, the value quoted or not. See
 * the appendix "Problem format specification" of its manual.
 */
final class IniFile {
  static final String NAME = "domjudge-problem.ini";
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*([a-z_]+)[ \\t]*=[ \\t]*(?:'([^']*)'|\"([^\"]*)\"|(.*?))[ \\t]*\\r?$");

  /** A comment, or the name of a section. */
  private static final Pattern NO_SETTING = Pattern.compile("^[;#\\[]");

  private final boolean exists;
  private final Map<String, String> values;

  private IniFile(boolean exists, Map<String, String> values) {
    this.exists = exists;
    this.values = values;
  }

  static IniFile read(Path root, List<Fault> faults) {
    if (!Files.isRegularFile(root.resolve(NAME))) {
      return new IniFile(false, Map.of());
    }
    Map<String, String> values = new HashMap<>();
    String text = PackageReader.text(root, NAME, faults);
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.contains("=") && !NO_SETTING.matcher(line).find())
        .forEach(line ->
            faults.add(new Fault(NAME, "must have lines of the form key = value, not " + line)));
    Matcher matcher = LINE.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      values.put(matcher.group(1), quoted == null ? matcher.group(4) : quoted);
    }
    return new IniFile(true, values);
  }

  boolean exists() {
    return exists;
  }

  /** A value that is not empty. */
  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }
}
