package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.Signature.Parameter;
import dev.touchstone.problempackage.function.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code function} of {@code touchstone.yaml}. */
final class FunctionReader {
  /** Stands for a type that is reported as a fault. */
  private static final ValueType UNKNOWN = ValueType.Plain.INT;

  private FunctionReader() {}

  /** The signature, if learners write a function. */
  static Optional<Signature> read(YamlFile file) {
    if (!file.has("function")) {
      return Optional.empty();
    }
    YamlFile function = file.section("function");
    List<Parameter> parameters = new ArrayList<>();
    function
        .textsByKey("parameters")
        .forEach((name, type) ->
            parameters.add(new Parameter(name, type(function, "parameters." + name, type))));
    String name = function.text("name").orElse("");
    ValueType returns =
        function.text("returns").map(type -> type(function, "returns", type)).orElse(UNKNOWN);
    return Optional.of(new Signature(name, parameters, returns));
  }

  private static ValueType type(YamlFile function, String key, String type) {
    return ValueType.of(type)
        .orElseGet(() -> {
          function.fault(
              key, "must be int, float, bool, string, list<type> or map<type>, not " + type);
          return UNKNOWN;
        });
  }
}
