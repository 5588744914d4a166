package dev.touchstone.judge.function;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of a test file: a JSON value on each line that is not blank. */
final class FunctionCases {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private FunctionCases() {}

  /**
   * Reads the values of a file or of a learner's own input.
   *
   * @throws JacksonException if a line is no JSON
   */
  static List<JsonNode> read(String text) {
    List<JsonNode> values = new ArrayList<>();
    text.lines().filter(line -> !line.isBlank()).map(MAPPER::readTree).forEach(values::add);
    return values;
  }
}
