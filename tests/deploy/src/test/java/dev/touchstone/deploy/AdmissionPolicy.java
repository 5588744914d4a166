package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evaluates a ValidatingAdmissionPolicy as the API server does, but without the API's types. */
final class AdmissionPolicy {
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("object", SimpleType.DYN)
          .addVar("variables", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .build();

  private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder().build();

  /** CEL has one kind of whole number, of 64 bits. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private final KubernetesObject policy;

  AdmissionPolicy(KubernetesObject policy) {
    this.policy = policy;
  }

  /** The messages of all its validations. */
  List<String> messages() {
    return stream(policy.spec().path("validations"))
        .map(validation -> validation.path("message").asString())
        .toList();
  }

  /** The messages of the validations that a pod does not pass. */
  List<String> denials(JsonNode pod) {
    Map<String, Object> variables = new HashMap<>();
    Map<String, Object> input =
        Map.of(
            "object",
            JSON.readValue(pod.toString(), new TypeReference<Map<String, Object>>() {}),
            "variables",
            variables);
    stream(policy.spec().path("variables"))
        .forEach(variable ->
            variables.put(
                variable.path("name").asString(),
                evaluate(variable.path("expression").asString(), input)));
    return stream(policy.spec().path("validations"))
        .filter(
            validation -> !evaluate(validation.path("expression").asString(), input).equals(true))
        .map(validation -> validation.path("message").asString())
        .toList();
  }

  private static Object evaluate(String expression, Map<String, Object> input) {
    try {
      return RUNTIME.createProgram(COMPILER.compile(expression).getAst()).eval(input);
    } catch (CelValidationException | CelEvaluationException exception) {
      throw new AssertionError(expression + ": " + exception.getMessage(), exception);
    }
  }
}
