package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.Signature.Parameter;
import dev.touchstone.problempackage.function.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the section {@code function} of {@code touchstone.yaml}. */
final class FunctionReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private FunctionReader() {}

  /** The signature, if learners are to write a function. */
  static Optional<Signature> read(YamlFile file) {
    if (!file.has("function")) {
      return Optional.empty();
    }
    YamlFile function = file.section("function");
    List<Parameter> parameters = new ArrayList<>();
    function
        .textsByKey("parameters")
        .forEach((name, type) -> {
          requireName(function, name);
          parameters.add(new Parameter(name, type(function, name, type)));
        });
    if (parameters.isEmpty()) {
      function.fault("parameters", "must hold a type by name");
    }
    String name = function.text("name").orElse("");
    requireName(function, name);
    String returns = function.text("returns").orElse("");
    return Optional.of(new Signature(name, parameters, type(function, "returns", returns)));
  }

  private static void requireName(YamlFile function, String name) {
    if (!NAME.matcher(name).matches()) {
      function.fault("name", "must be lower case letters, digits and underscores: " + name);
    }
  }

  private static ValueType type(YamlFile function, String key, String type) {
    return ValueType.of(type)
        .orElseGet(() -> {
          function.fault(key, "must be int, float, bool, string, list<type> or map<type>: " + type);
          return ValueType.Plain.INT;
        });
  }
}
