package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.conversion.ValidatorResources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Converts checker and interactor. Most of the standard checkers are what the default validator
 * does by flags, and three are programs of our own; all others are built with the package's own
 * testlib, behind scripts that translate between the two conventions.
 */
final class PolygonChecker {
  private static final List<String> WORDS = List.of("case_sensitive");
  private static final List<String> ANY_CASE = List.of();

  /** The standard checkers that compare words or numbers one by one. */
  private static final Map<String, List<String>> BY_FLAGS =
      Map.ofEntries(
          Map.entry("wcmp", WORDS),
          // Testlib takes numbers in one form only: equal ones are equal words.
          Map.entry("ncmp", WORDS),
          Map.entry("icmp", WORDS),
          Map.entry("hcmp", WORDS),
          Map.entry("caseicmp", WORDS),
          Map.entry("casencmp", WORDS),
          Map.entry("casewcmp", WORDS),
          Map.entry("yesno", ANY_CASE),
          Map.entry("nyesno", ANY_CASE),
          Map.entry("acmp", List.of("float_absolute_tolerance", "1.5e-6")),
          Map.entry("rcmp", List.of("float_absolute_tolerance", "1.5e-6")),
          Map.entry("rncmp", List.of("float_absolute_tolerance", "1.5e-5")),
          Map.entry("dcmp", List.of("float_tolerance", "1e-6")),
          Map.entry("rcmp4", List.of("float_tolerance", "1e-4")),
          Map.entry("rcmp6", List.of("float_tolerance", "1e-6")),
          Map.entry("rcmp9", List.of("float_tolerance", "1e-9")));

  /** Those that no flags describe: our own program, and what stands before its text. */
  private static final Map<String, List<String>> BY_PROGRAM =
      Map.of(
          "lcmp", List.of("lines.cpp", ""),
          "fcmp", List.of("lines.cpp", "#define WORDS 0\n"),
          "uncmp", List.of("uncmp.cpp", ""));

  private static final Pattern STANDARD = Pattern.compile("std::([a-z0-9]+)\\.cpp");
  private static final Pattern GIVES_POINTS = Pattern.compile("\\bquitpi?\\s*\\(|\\b_points\\b");
  private static final Pattern COMMENT =
      Pattern.compile("//[^\\n]*|/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+(?:\\*/|\\z)");

  /** The argument that lets a checker award part of a test's points. */
  private static final String PARTIAL = "partial";

  private static final String PERCENT = "percent";

  private final Conversion conversion;
  private final PolygonJudging judging;
  private boolean own;

  PolygonChecker(Conversion conversion, PolygonJudging judging) {
    this.conversion = conversion;
    this.judging = judging;
  }

  /** Writes the validator, if one is needed; returns the arguments for every test. */
  List<String> write(ProblemXml xml) throws IOException {
    Optional<ProblemXml> checker = xml.first("assets", "checker");
    Optional<ProblemXml> interactor = xml.first("assets", "interactor");
    String name = checker.map(PolygonChecker::standardName).orElse("");
    if (!name.isEmpty()) {
      // Nobody needs to know that the source of a standard checker is not read.
      xml.first("assets", "checker", "source")
          .ifPresent(source -> conversion.file(source.attribute("path")));
      conversion.file(IncludedHeaders.FILES + IncludedHeaders.TESTLIB);
    }
    if (interactor.isEmpty()) {
      if (checker.isEmpty()) {
        return WORDS;
      }
      if (BY_FLAGS.containsKey(name)) {
        return Objects.requireNonNull(BY_FLAGS.get(name));
      }
      if (BY_PROGRAM.containsKey(name)) {
        List<String> program = Objects.requireNonNull(BY_PROGRAM.get(name));
        conversion.write(
            "output_validator/" + name + ".cpp",
            program.getLast() + ValidatorResources.text(program.getFirst()));
        return List.of();
      }
    }
    own = true;
    if (checker.isPresent()) {
      writeSource(checker.get(), "checker");
    }
    if (interactor.isPresent()) {
      writeSource(interactor.get(), "interactor");
    }
    conversion.write("output_validator/build", ValidatorResources.text(ValidatorResources.BUILD));
    conversion.write("output_validator/run", ValidatorResources.text(ValidatorResources.RUN));
    return judging.pointsArePercent() ? List.of(PERCENT) : List.of();
  }

  /** The arguments where parts of a test's points count; empty if the checker gives none. */
  List<String> argumentsForParts() {
    if (!own) {
      return List.of();
    }
    return judging.pointsArePercent() ? List.of(PERCENT, PARTIAL) : List.of(PARTIAL);
  }

  /** A checker that gives points needs tests that have some. */
  void checkPoints(ProblemXml xml, boolean scoring) throws IOException {
    String path =
        xml.first("assets", "checker", "source").map(source -> source.attribute("path")).orElse("");
    if (own && !scoring && !judging.pointsArePercent() && conversion.has(path)) {
      String text = conversion.source(path);
      if (GIVES_POINTS.matcher(COMMENT.matcher(text).replaceAll(" ")).find()) {
        conversion.fault(
            path, "gives points (quitp), but no test has points; enable points in Polygon");
      }
    }
  }

  private static String standardName(ProblemXml checker) {
    var matcher = STANDARD.matcher(checker.attribute("name"));
    return matcher.matches() ? matcher.group(1) : "";
  }

  private void writeSource(ProblemXml program, String name) throws IOException {
    Optional<ProblemXml> source = program.first("source");
    if (source.isEmpty()) {
      conversion.fault(ProblemXml.NAME, "has no source of the " + name);
      return;
    }
    String path = source.get().attribute("path");
    String type = source.get().attribute("type");
    Optional<String> extension = new PolygonSource(type).checkerExtension();
    if (extension.isEmpty()) {
      conversion.fault(
          path, "is a " + name + " in " + type + "; C++, Python and Kotlin are supported");
      return;
    }
    conversion.copy(path, "output_validator/" + name + "." + extension.get());
    if (extension.get().equals("cpp") && conversion.has(path)) {
      new IncludedHeaders(conversion).copy(path, name);
    }
  }
}
