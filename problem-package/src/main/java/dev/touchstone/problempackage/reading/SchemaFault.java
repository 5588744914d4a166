package dev.touchstone.problempackage.reading;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A schema error, phrased for the author of a package. The schemas describe each value so that its
 * description completes "must be".
 *
 * @param pointer where in the file, as a JSON pointer
 * @param message what is wrong
 * @param unknownKey whether the file has a key that the schema does not know
 */
record SchemaFault(String pointer, String message, boolean unknownKey) {
  private static final int LONGEST_VALUE = 60;

  /** Of letters, by which a key may differ from the one that was meant. */
  private static final int CLOSE = 2;

  /**
   * Words an error.
   *
   * @param rule the schema that the value does not fit
   */
  static SchemaFault of(Error error, JsonNode rule) {
    String pointer = pointer(error.getInstanceLocation());
    boolean unknown = error.getKeyword().equals("additionalProperties");
    boolean ofKey = unknown || error.getKeyword().equals("propertyNames");
    return new SchemaFault(
        ofKey ? YamlLines.within(pointer, error.getProperty()) : pointer,
        message(error, rule),
        unknown);
  }

  private static String message(Error error, JsonNode rule) {
    String path = path(error.getInstanceLocation());
    return switch (error.getKeyword()) {
      case "additionalProperties" -> within(path, error.getProperty()) + unknown(error, rule);
      case "propertyNames" ->
          path
              + " must have names of "
              + expected(rule.path("propertyNames"))
              + ", not "
              + error.getProperty();
      case "required" -> within(path, error.getProperty()) + " is missing";
      default -> path + " must be " + expected(rule) + actual(error.getInstanceNode());
    };
  }

  /** With dots between the keys; the place in a list is left out. */
  private static String path(NodePath location) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      if (location.getElement(i) instanceof String key) {
        keys.add(key);
      }
    }
    return String.join(".", keys);
  }

  private static String pointer(NodePath location) {
    String pointer = "";
    for (int i = 0; i < location.getNameCount(); i++) {
      pointer = YamlLines.within(pointer, String.valueOf(location.getElement(i)));
    }
    return pointer;
  }

  private static String within(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String expected(JsonNode rule) {
    boolean object = rule.path("type").asString("").equals("object");
    return rule.path("description").asString(object ? "a map of keys to values" : "valid");
  }

  private static String actual(JsonNode value) {
    if (!value.isValueNode()) {
      return "";
    }
    String text = value.asString();
    return ", not "
        + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text);
  }

  private static String unknown(Error error, JsonNode rule) {
    List<String> known = List.copyOf(rule.path("properties").propertyNames());
    Optional<String> meant =
        known.stream()
            .filter(key -> distance(key, error.getProperty()) <= CLOSE)
            .min(Comparator.comparingInt(key -> distance(key, error.getProperty())));
    return " is not a known key; "
        + meant
            .map(key -> "did you mean " + key + "?")
            .orElseGet(
                () -> "known are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }

  /** How many letters must be inserted, removed or replaced to make one word of another. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
