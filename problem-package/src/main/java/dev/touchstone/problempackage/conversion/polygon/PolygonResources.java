package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Converts the resources that are compiled with solutions: graders, which have the main function,
 * and headers. Those of checkers and statements are copied with them.
 */
final class PolygonResources {
  /** Where all sources are compiled together, and one has the main function. */
  private static final Set<String> LINKED =
      Set.of("c", "cpp", "cpp17", "cpp23", "java", "kotlin", "csharp", "go");

  /** Where one file is started, by the name that the grader gets; it uses {@code solution}. */
  private static final Map<String, String> STARTED =
      Map.of(
          "python3", "main.py",
          "pypy3", "main.py",
          "pascal", "main.pas",
          "javascript", "main.js",
          "ruby", "main.rb",
          "php", "main.php",
          "perl", "main.pl");

  private static final Pattern BETWEEN_TYPES = Pattern.compile("[;,|\\s]+");

  private final Conversion conversion;

  PolygonResources(Conversion conversion) {
    this.conversion = conversion;
  }

  /** Writes all; returns the languages that submissions may use, empty for any. */
  List<String> write(ProblemXml xml) throws IOException {
    Set<String> graded = new TreeSet<>();
    boolean grader = false;
    for (ProblemXml file : xml.all("files", "resources", "file")) {
      if (!isForSolutions(file)) {
        continue;
      }
      String path = file.attribute("path");
      boolean main = file.attribute("main").equals("true");
      grader |= main;
      for (String language : languages(file)) {
        if (main && !LINKED.contains(language) && !STARTED.containsKey(language)) {
          conversion.warn(
              path, "is a grader for " + language + ", where graders are not supported");
          continue;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (main) {
          graded.add(language);
          name = STARTED.getOrDefault(language, name);
        }
        conversion.copy(path, "include/" + language + "/" + name);
      }
    }
    if (grader && graded.isEmpty()) {
      conversion.fault(
          ProblemXml.NAME,
          "has graders only for languages in which they are not supported; supported are "
              + supported());
    }
    return List.copyOf(graded);
  }

  private static String supported() {
    Set<String> all = new TreeSet<>(LINKED);
    all.addAll(STARTED.keySet());
    return String.join(", ", all);
  }

  private static boolean isForSolutions(ProblemXml file) {
    return file.all("assets", "asset").stream()
        .anyMatch(asset -> asset.attribute("name").equals("solution"));
  }

  private List<String> languages(ProblemXml file) {
    String types = file.attribute("for-types");
    if (types.isEmpty() || types.startsWith("*") || types.startsWith(".")) {
      return List.of("default");
    }
    List<String> languages = new ArrayList<>();
    for (String type : BETWEEN_TYPES.splitAsStream(types).toList()) {
      List<String> found = new PolygonSource(type).languages();
      if (found.isEmpty()) {
        conversion.warn(
            file.attribute("path"), "is for " + type + ", a language that is not supported");
      }
      languages.addAll(found);
    }
    return languages;
  }
}
