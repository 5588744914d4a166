package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.conversion.ValidatorResources;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Converts DMOJ's checkers: its standard ones, those of testlib, and those in Python. */
final class DmojChecker {
  static final String VALIDATOR_ARGUMENTS = "output_validator_args";
  private static final String PARTIAL = "partial";
  private static final Set<String> CPP = Set.of("cpp", "cc", "cxx");

  private final Conversion conversion;
  private final JsonNode settings;
  private boolean parts;

  DmojChecker(Conversion conversion, JsonNode settings) {
    this.conversion = conversion;
    this.settings = settings;
  }

  boolean interactive() {
    return settings.has("interactive");
  }

  /** The arguments of a test that earns its points alone; empty if there are no parts of points. */
  List<String> argumentsForParts() {
    return parts ? List.of(PARTIAL) : List.of();
  }

  /** Writes the validator, if one is needed; returns the arguments for every test. */
  List<String> write() throws IOException {
    if (interactive()) {
      testlib(settings.path("interactive"), "interactor");
      return List.of();
    }
    JsonNode checker = settings.path("checker");
    String name =
        checker.isObject() ? checker.path("name").asString("") : checker.asString("standard");
    JsonNode arguments = checker.path("args");
    switch (name) {
      case "standard" -> program("standard", "#define SKIP_BLANK 1\n", "lines.cpp");
      case "rstripped" -> program("rstripped", "#define WORDS 0\n#define RIGHT 1\n", "lines.cpp");
      case "unordered" -> program("unordered", "", "uncmp.cpp");
      case "linecount", "linematches" -> {
        parts = true;
        program(name, "", "dmoj/linecount.cpp");
      }
      case "identical" -> {
        return List.of("case_sensitive", "space_change_sensitive");
      }
      case "easy" -> {
        return List.of();
      }
      case "floats", "floatsabs", "floatsrel" -> {
        return List.of(floatFlag(name, arguments), tolerance(arguments));
      }
      case "bridged" -> testlib(arguments, "checker");
      default -> {
        if (name.endsWith(".py")) {
          python(name);
        } else {
          conversion.fault(DmojPackage.NAME, "the checker " + name + " is not supported");
        }
      }
    }
    return List.of();
  }

  private void program(String name, String before, String resource) throws IOException {
    conversion.write(
        "output_validator/" + name + ".cpp", before + ValidatorResources.text(resource));
  }

  private static String floatFlag(String name, JsonNode arguments) {
    String mode = arguments.path("error_mode").asString("default");
    return name.endsWith("abs") || mode.equals("absolute")
        ? "float_absolute_tolerance"
        : name.endsWith("rel") || mode.equals("relative")
            ? "float_relative_tolerance"
            : "float_tolerance";
  }

  private String tolerance(JsonNode arguments) {
    int precision = arguments.path("precision").asInt(6);
    if (precision < 0 || precision > 300) {
      conversion.fault(DmojPackage.NAME, "precision must be from 0 to 300, not " + precision);
    }
    return "1e-" + precision;
  }

  /** A program that keeps to testlib's conventions, in C++. */
  private void testlib(JsonNode bridge, String name) throws IOException {
    JsonNode files = bridge.path("files");
    List<String> paths =
        files.isArray()
            ? files.valueStream().map(file -> file.asString("")).toList()
            : List.of(files.asString(""));
    if (!bridge.path("type").asString("default").equals("testlib")) {
      conversion.fault(
          DmojPackage.NAME,
          "the "
              + name
              + " has the type "
              + bridge.path("type").asString("default")
              + "; only testlib is supported");
    }
    List<String> sources = paths.stream().filter(DmojChecker::isSource).toList();
    if (sources.size() != 1) {
      conversion.fault(DmojPackage.NAME, "the " + name + " must be a single source in C++");
      return;
    }
    parts = true;
    for (String path : paths) {
      String target = isSource(path) ? name + ".cpp" : path.substring(path.lastIndexOf('/') + 1);
      conversion.copy(path, "output_validator/" + target);
    }
    if (conversion.has("testlib.h")) {
      conversion.copy("testlib.h", "output_validator/testlib.h");
    } else {
      conversion.fault(
          "testlib.h", "is missing: DMOJ has its own; put it beside " + DmojPackage.NAME);
    }
    conversion.write("output_validator/build", ValidatorResources.text(ValidatorResources.BUILD));
    conversion.write("output_validator/run", ValidatorResources.text(ValidatorResources.RUN));
  }

  private static boolean isSource(String path) {
    return CPP.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private void python(String name) throws IOException {
    parts = true;
    conversion.copy(name, "output_validator/dmoj_checker.py");
    conversion.write("output_validator/dmoj/result.py", ValidatorResources.text("dmoj/result.py"));
    conversion.write("output_validator/dmoj/__init__.py", "");
    conversion.write("output_validator/run", ValidatorResources.text("dmoj/run"));
    conversion.write("output_validator/call.py", ValidatorResources.text("dmoj/call.py"));
  }
}
