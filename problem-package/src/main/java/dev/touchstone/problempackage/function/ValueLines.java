package dev.touchstone.problempackage.function;

import java.io.BufferedReader;
import java.io.IOException;
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

  /** What is done with each line that is not blank. */
  public interface Action {
    /** Takes the next one. */
    void take(Line line) throws IOException;
  }

  /**
   * Reads all lines, unless very many are faulty. The values of only one are in memory at a time,
   * since they take many times as much as their text.
   *
   * @param faultOf what is wrong with a value, if anything
   * @return how many lines there are that are not blank
   */
  public static int read(
      BufferedReader text, Function<JsonNode, Optional<String>> faultOf, Action action)
      throws IOException {
    int faults = 0;
    int values = 0;
    int number = 0;
    for (String next = text.readLine();
        next != null && faults < MOST_FAULTS;
        next = text.readLine()) {
      number++;
      if (!next.isBlank()) {
        Line line = line(number, next, faultOf);
        values++;
        faults += line.fault().isPresent() ? 1 : 0;
        action.take(line);
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
