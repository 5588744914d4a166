package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Converts the resources that are compiled with solutions: graders, which have the main function,
 * and headers. Those of checkers and statements are copied with them.
 */
final class PolygonResources {
  /** Where all sources are compiled together, and one has the main function. */
  private static final Set<String> WITH_GRADERS =
      Set.of("c", "cpp", "cpp17", "cpp23", "java", "kotlin", "csharp");

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
        if (main && !WITH_GRADERS.contains(language)) {
          conversion.warn(
              path, "is a grader for " + language + ", where graders are not supported");
          continue;
        }
        if (main) {
          graded.add(language);
        }
        conversion.copy(
            path, "include/" + language + "/" + path.substring(path.lastIndexOf('/') + 1));
      }
    }
    if (grader && graded.isEmpty()) {
      conversion.fault(
          ProblemXml.NAME,
          "has graders only for languages in which they are not supported; supported are "
              + String.join(", ", new TreeSet<>(WITH_GRADERS)));
    }
    return List.copyOf(graded);
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
