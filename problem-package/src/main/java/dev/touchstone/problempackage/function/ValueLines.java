package dev.touchstone.problempackage.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * Reads cases or results of a function: one JSON value per line, where blank lines do not count.
 */
public final class ValueLines {
  /** Faulty lines after which the rest is not read: each costs an exception. */
  private static final int MOST_FAULTS = 100;

  private ValueLines() {}

  /**
   * A line.
   *
   * @param number counted from 1, with blank ones
   * @param value JSON null if there is none
   * @param fault what is wrong with it, if anything
   */
  public record Line(int number, String text, JsonNode value, Optional<String> fault) {}

  /**
   * Reads all lines, unless very many are faulty.
   *
   * @param faultOf what is wrong with a value, if anything
   */
  public static List<Line> read(String text, Function<JsonNode, Optional<String>> faultOf) {
    List<Line> values = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int faults = 0;
    for (int i = 0; i < lines.size() && faults < MOST_FAULTS; i++) {
      if (!lines.get(i).isBlank()) {
        Line line = line(i + 1, lines.get(i), faultOf);
        values.add(line);
        faults += line.fault().isPresent() ? 1 : 0;
      }
    }
    return values;
  }

  private static Line line(int number, String text, Function<JsonNode, Optional<String>> faultOf) {
    try {
      JsonNode value = JsonMapper.shared().readTree(text);
      return new Line(number, text, value, faultOf.apply(value));
    } catch (JacksonException e) {
      return new Line(number, text, NullNode.getInstance(), Optional.of("is not JSON"));
    }
  }
}
