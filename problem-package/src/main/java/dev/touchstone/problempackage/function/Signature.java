package dev.touchstone.problempackage.function;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The function that learners write.
 *
 * @param name in lower case with underscores; each language has its own form of it
 * @param parameters in order
 * @param returns the type of the result
 */
public record Signature(String name, List<Parameter> parameters, ValueType returns) {
  public Signature {
    parameters = List.copyOf(parameters);
  }

  /** One argument; its name has the same form as the function's. */
  public record Parameter(String name, ValueType type) {}

  /** What is wrong with the arguments of a case, if anything. */
  public Optional<String> faultOfArguments(JsonNode arguments) {
    if (!arguments.isArray() || arguments.size() != parameters.size()) {
      return Optional.of("must be a list of " + parameters.size() + " arguments");
    }
    return IntStream.range(0, parameters.size())
        .filter(i -> !parameters.get(i).type().accepts(arguments.get(i)))
        .mapToObj(i -> parameters.get(i).name() + " must be of type " + parameters.get(i).type())
        .findFirst();
  }

  /** What is wrong with the expected result of a case, if anything. */
  public Optional<String> faultOfResult(JsonNode result) {
    return returns.accepts(result) ? Optional.empty() : Optional.of("must be of type " + returns);
  }
}
