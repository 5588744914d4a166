package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Guidance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hints, which are ours, from {@code hints/NUMBER.LOCALE.md}, and the editorial from {@code
 * solution/solution.LOCALE.EXTENSION}, as the format names it.
 */
final class GuidanceReader {
  private static final String HINTS = "hints";
  private static final String EDITORIAL = "solution";
  private static final Pattern HINT =
      Pattern.compile("([1-9][0-9]?)(\\.([a-z]{2,3}(-[A-Z]{2})?))?\\.md");
  private static final Pattern SOLUTION =
      Pattern.compile("solution(\\.([a-z]{2,3}(-[A-Z]{2})?))?\\.(md|tex|html|txt)");

  /** In the order of preference, if a language has several. */
  private static final List<String> EXTENSIONS = List.of("md", "tex", "html", "txt");

  private final Path root;
  private final List<Fault> faults;

  GuidanceReader(Path root, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
  }

  /**
   * Reads both.
   *
   * @param rule the section {@code editorial} of {@code touchstone.yaml}
   */
  Guidance read(YamlFile rule) throws IOException {
    return new Guidance(
        hints(),
        editorial(),
        rule.text("visible").flatMap(Guidance.Visible::of).orElse(Guidance.Visible.AFTER_SOLVED),
        rule.number("attempts").map(Double::intValue).orElse(Guidance.DEFAULT_ATTEMPTS));
  }

  private List<Map<String, Path>> hints() throws IOException {
    SortedMap<Integer, Map<String, Path>> hints = new TreeMap<>();
    for (Path file : files(HINTS)) {
      Matcher name = HINT.matcher(String.valueOf(file.getFileName()));
      if (!name.matches() || !Files.isRegularFile(file)) {
        warn(file, "is not shown: the name is not NUMBER.LANGUAGE.md");
        continue;
      }
      Path before =
          hints
              .computeIfAbsent(Integer.valueOf(name.group(1)), _ -> new LinkedHashMap<>())
              .putIfAbsent(locale(name.group(3)), file);
      if (before != null) {
        warn(file, "is not shown: " + root.relativize(before) + " has the hint in this language");
      }
    }
    return new ArrayList<>(hints.values());
  }

  private Map<String, Path> editorial() throws IOException {
    Map<String, Path> editorial = new LinkedHashMap<>();
    List<Path> files = files(EDITORIAL);
    for (String extension : EXTENSIONS) {
      for (Path file : files) {
        Matcher name = SOLUTION.matcher(String.valueOf(file.getFileName()));
        if (Files.isRegularFile(file) && name.matches() && name.group(4).equals(extension)) {
          editorial.putIfAbsent(locale(name.group(2)), file);
        }
      }
    }
    for (Path file : files) {
      if (!editorial.containsValue(file)) {
        warn(file, "is kept in the package and not shown");
      }
    }
    return editorial;
  }

  private List<Path> files(String folder) throws IOException {
    return Files.isDirectory(root.resolve(folder))
        ? PackageReader.children(root.resolve(folder))
        : List.of();
  }

  private static String locale(@Nullable String named) {
    return Optional.ofNullable(named).orElse("en");
  }

  private void warn(Path file, String message) {
    faults.add(Fault.warning(root.relativize(file).toString(), message));
  }
}
