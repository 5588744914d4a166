package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import dev.touchstone.problempackage.conversion.ValidatorResources;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A checker or an interactor that is started with the names of its files and decides by its exit
 * code: by testlib's conventions, or, if it is a checker, by DMOJ's own, which are part of them.
 */
final class DmojTestlib {
  static final String PERCENT_KEY = "treat_checker_points_as_percentage";
  private static final String HEADER = "testlib.h";
  private static final Set<String> CPP = Set.of("cpp", "cc", "cxx");

  private final Conversion conversion;
  private final JsonNode bridge;
  private final String name;

  /**
   * Creates one.
   *
   * @param bridge what {@code init.yml} says of it
   * @param name {@code checker} or {@code interactor}
   */
  DmojTestlib(Conversion conversion, JsonNode bridge, String name) {
    this.conversion = conversion;
    this.bridge = bridge;
    this.name = name;
  }

  /** The arguments of the program that calls it. */
  List<String> arguments() {
    return bridge.path(PERCENT_KEY).asBoolean(false) ? List.of("percent") : List.of();
  }

  void write() throws IOException {
    new DmojArguments(conversion).checkBridged(name, bridge);
    String type = bridge.path("type").asString("default");
    if (!type.equals("testlib") && !(type.equals("default") && name.equals("checker"))) {
      conversion.fault(
          DmojPackage.NAME,
          "the " + name + " has the type " + type + "; only testlib is supported");
    }
    JsonNode files = bridge.path("files");
    List<String> paths =
        files.isArray()
            ? files.valueStream().map(file -> file.asString("")).toList()
            : List.of(files.asString(""));
    if (paths.stream().filter(DmojTestlib::isSource).count() != 1) {
      conversion.fault(
          DmojPackage.NAME, "the " + name + " must be a single source in C++ or Python");
      return;
    }
    for (String path : paths) {
      boolean source = isSource(path);
      String target =
          source
              ? name + (isCpp(path) ? ".cpp" : ".py")
              : path.substring(path.lastIndexOf('/') + 1);
      conversion.copy(path, "output_validator/" + target);
      if (source && conversion.has(path) && conversion.source(path).contains(HEADER)) {
        copyHeader();
      }
    }
    conversion.write("output_validator/build", ValidatorResources.text(ValidatorResources.BUILD));
    conversion.write("output_validator/run", ValidatorResources.text(ValidatorResources.RUN));
  }

  private void copyHeader() throws IOException {
    if (conversion.has(HEADER)) {
      conversion.copy(HEADER, "output_validator/" + HEADER);
    } else {
      conversion.fault(HEADER, "is missing: DMOJ has its own; put it beside " + DmojPackage.NAME);
    }
  }

  private static boolean isSource(String path) {
    return isCpp(path) || path.endsWith(".py");
  }

  private static boolean isCpp(String path) {
    return CPP.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
