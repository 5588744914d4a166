package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.conversion.ValidatorResources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Converts DMOJ's checkers: its standard ones, those of testlib, and those in Python. */
final class DmojChecker {
  static final String VALIDATOR_ARGUMENTS = "output_validator_args";
  private static final String BRIDGED = "bridged";
  private static final String PARTIAL = "partial";
  private static final int USUAL_PRECISION = 6;

  /** Why those are refused that DMOJ has, too. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "linematches",
          ": it gives each line of an answer its own points; use linecount, or write one in Python",
          "sorted",
          ": write one in Python");

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*+(?:from|import)[ \\t]++(dmoj(?:\\.\\w++)*+)(?:[ \\t]++import[ \\t]++(\\w++))?+");
  private static final Set<String> MODULES = Set.of("dmoj.result", "dmoj.utils.unicode");

  private final Conversion conversion;
  private final JsonNode settings;
  private List<String> parts = List.of();

  DmojChecker(Conversion conversion, JsonNode settings) {
    this.conversion = conversion;
    this.settings = settings;
  }

  boolean interactive() {
    return settings.has("interactive");
  }

  /** Whether a program of the author decides, which may do so without an answer. */
  boolean own() {
    return interactive() || name().equals(BRIDGED) || name().endsWith(".py");
  }

  private String name() {
    JsonNode checker = settings.path("checker");
    return checker.isObject() ? checker.path("name").asString("") : checker.asString("standard");
  }

  /** The arguments of a test that earns its points alone; empty if there are no parts of points. */
  List<String> argumentsForParts() {
    return parts;
  }

  /** Writes the validator, if one is needed; returns the arguments for every test. */
  List<String> write() throws IOException {
    if (interactive()) {
      return testlib(settings.path("interactive"), "interactor");
    }
    String name = name();
    JsonNode arguments = settings.path("checker").path("args");
    new DmojArguments(conversion).check(name, arguments);
    switch (name) {
      case "standard" -> program("standard", "#define SKIP_BLANK 1\n", "lines.cpp");
      case "rstripped" -> program("rstripped", "#define WORDS 0\n#define RIGHT 1\n", "lines.cpp");
      case "unordered" -> program("unordered", "", "uncmp.cpp");
      case "linecount" -> {
        parts = List.of(PARTIAL);
        program("linecount", "", "dmoj/linecount.cpp");
      }
      case "identical" -> {
        return List.of("case_sensitive", "space_change_sensitive");
      }
      case "easy" -> program("easy", "", "dmoj/easy.cpp");
      case "floats", "floatsabs", "floatsrel" ->
          program("floats", floatSettings(name, arguments), "dmoj/floats.cpp");
      case BRIDGED -> {
        return testlib(arguments, "checker");
      }
      default -> {
        if (name.endsWith(".py")) {
          python(name, arguments);
        } else {
          conversion.fault(
              DmojPackage.NAME,
              "the checker " + name + " is not supported" + REFUSED.getOrDefault(name, ""));
        }
      }
    }
    return List.of();
  }

  private void program(String name, String before, String resource) throws IOException {
    conversion.write(
        "output_validator/" + name + ".cpp", before + ValidatorResources.text(resource));
  }

  private String floatSettings(String name, JsonNode arguments) {
    JsonNode precision = arguments.path("precision");
    int digits = precision.asInt(USUAL_PRECISION);
    boolean other = !precision.isMissingNode() && !precision.canConvertToInt();
    if (other || digits < 0 || digits > 300) {
      conversion.fault(DmojPackage.NAME, "precision must be from 0 to 300, not " + precision);
    }
    String mode = arguments.path("error_mode").asString("default");
    String without =
        name.endsWith("abs") || mode.equals("absolute")
            ? "#define RELATIVE 0\n"
            : name.endsWith("rel") || mode.equals("relative") ? "#define ABSOLUTE 0\n" : "";
    return "#define PRECISION " + digits + "\n" + without;
  }

  private List<String> testlib(JsonNode bridge, String name) throws IOException {
    DmojTestlib program = new DmojTestlib(conversion, bridge, name);
    program.write();
    parts = Stream.concat(program.arguments().stream(), Stream.of(PARTIAL)).toList();
    return program.arguments();
  }

  private void python(String name, JsonNode arguments) throws IOException {
    parts = List.of(PARTIAL);
    conversion.copy(name, "output_validator/dmoj_checker.py");
    if (conversion.has(name)) {
      checkImports(name);
    }
    conversion.write(
        "output_validator/arguments.json", arguments.isObject() ? arguments.toString() : "{}");
    conversion.write("output_validator/run", ValidatorResources.text("dmoj/run"));
    conversion.write("output_validator/call.py", ValidatorResources.text("dmoj/call.py"));
    conversion.write("output_validator/dmoj/__init__.py", "");
    conversion.write("output_validator/dmoj/result.py", ValidatorResources.text("dmoj/result.py"));
    conversion.write("output_validator/dmoj/utils/__init__.py", "");
    conversion.write(
        "output_validator/dmoj/utils/unicode.py", ValidatorResources.text("dmoj/unicode.py"));
  }

  /** What a checker imports of DMOJ is there, or the author reads that it is not. */
  private void checkImports(String name) throws IOException {
    Matcher imported = IMPORT.matcher(conversion.source(name));
    while (imported.find()) {
      String module = imported.group(1);
      String member = module + "." + imported.group(2); // may be a module, too
      if (!MODULES.contains(module) && !MODULES.contains(member)) {
        conversion.fault(
            name,
            "imports "
                + module
                + "; of DMOJ, only dmoj.result and dmoj.utils.unicode are available to checkers");
      }
    }
  }
}
