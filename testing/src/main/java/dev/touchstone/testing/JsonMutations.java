package dev.touchstone.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes wrong bodies from a right one, as careless and as hostile clients send them. */
public final class JsonMutations {
  private static final String PLACE = "place-of-the-mutation";
  private static final int DEEP = 3000;

  /** Written in place of a value, as they are. */
  private static final Map<String, String> VALUES = new TreeMap<>();

  static {
    VALUES.put("null", "null");
    VALUES.put("a boolean", "true");
    VALUES.put("a number", "42");
    VALUES.put("a text", "\"text\"");
    VALUES.put("an array", "[]");
    VALUES.put("an array of nulls", "[null,null]");
    VALUES.put("an object", "{}");
    VALUES.put("an empty text", "\"\"");
    VALUES.put("blanks", "\"  \\t\\n \"");
    VALUES.put("zero", "0");
    VALUES.put("a negative number", "-1");
    VALUES.put("a fraction", "1.5");
    VALUES.put("beyond int", "2147483648");
    VALUES.put("beyond long", "9223372036854775808");
    VALUES.put("below long", "-9223372036854775809");
    VALUES.put("the largest long", "9223372036854775807");
    VALUES.put("the smallest long", "-9223372036854775808");
    VALUES.put("a huge exponent", "1e999999999");
    VALUES.put("a tiny number", "1e-999999999");
    VALUES.put("a thousand digits", "9".repeat(1000));
    VALUES.put("a number as a text", "\"1\"");
    VALUES.put("not a number", "NaN");
    VALUES.put("hexadecimal", "0x1F");
    VALUES.put("a leading zero", "007");
    VALUES.put("NUL", "\"a\\u0000b\"");
    VALUES.put("half a surrogate pair", "\"\\ud800\"");
    VALUES.put("reversed surrogates", "\"\\udc00\\ud800\"");
    VALUES.put("a noncharacter", "\"\\uffff\\ufdd0\"");
    VALUES.put("right to left", "\"\u202e\u2066abc\"");
    VALUES.put("combining marks", "\"a" + "\u0301".repeat(200) + "\"");
    VALUES.put("emoji", "\"👩‍👩‍👧‍👦🏳️‍🌈\"");
    VALUES.put("a long text", "\"" + "x".repeat(70_000) + "\"");
    VALUES.put("a long text of wide characters", "\"" + "漢".repeat(500) + "\"");
    VALUES.put("control characters", "\"\\u0001\\u001b[31m\\u007f\\u0085\\u2028\"");
    VALUES.put("SQL", "\"'; DROP TABLE users; --\"");
    VALUES.put("patterns", "\"%_\\\\%(((([[[*+?{\"");
    VALUES.put("a path upwards", "\"../../../etc/passwd\"");
    VALUES.put("a leap second", "\"2016-12-31T23:59:60Z\"");
    VALUES.put("a date out of range", "\"+999999999-12-31T23:59:59.999999999Z\"");
    VALUES.put("a deep array", "[".repeat(DEEP) + "]".repeat(DEEP));
    VALUES.put("a deep object", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
  }

  private JsonMutations() {}

  /** A wrong body and what is wrong with it. */
  public record Mutation(String fault, byte[] body) {
    private static Mutation of(String fault, String text) {
      return new Mutation(fault, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Every mutation of a body, to be made when asked for. Some may leave it valid. */
  public static List<Supplier<Mutation>> of(JsonNode valid) {
    List<Supplier<Mutation>> mutations = new ArrayList<>(wholes(valid.toString()));
    for (JsonPointer place : places(valid)) {
      VALUES.forEach((fault, value) ->
          mutations.add(() -> Mutation.of(place + " is " + fault, with(valid, place, value))));
      if (valid.at(place.head()).isObject()) {
        String name = place.last().getMatchingProperty();
        String twice = "1,\"" + name + "\":\"b\"";
        mutations.add(() -> Mutation.of(place + " is there twice", with(valid, place, twice)));
        mutations.add(() -> Mutation.of(place + " is missing", without(valid, place)));
      }
    }
    return mutations;
  }

  private static List<Supplier<Mutation>> wholes(String valid) {
    byte[] utf8 = valid.getBytes(StandardCharsets.UTF_8);
    List<Supplier<Mutation>> mutations = new ArrayList<>();
    VALUES.forEach(
        (fault, value) -> mutations.add(() -> Mutation.of("the body is " + fault, value)));
    Map.of(
            "the body is empty",
            "",
            "half a body",
            valid.substring(0, valid.length() / 2),
            "two bodies",
            valid + valid,
            "a comma too many",
            valid.replaceFirst("}$", ",}"),
            "an unknown field",
            valid.replaceFirst("\\{", "{\"é\":1,"),
            "a byte order mark",
            "\ufeff" + valid)
        .forEach((fault, body) -> mutations.add(() -> Mutation.of(fault, body)));
    mutations.add(() -> new Mutation("UTF-16", valid.getBytes(StandardCharsets.UTF_16)));
    mutations.add(() -> new Mutation("ISO 8859-1", "{\"ÿ\":\"é\"}".getBytes(ISO_8859_1)));
    mutations.add(() -> new Mutation("a NUL at the end", Arrays.copyOf(utf8, utf8.length + 1)));
    return mutations;
  }

  private static String without(JsonNode valid, JsonPointer place) {
    JsonNode copy = valid.deepCopy();
    if (copy.at(place.head()) instanceof ObjectNode parent) {
      parent.remove(place.last().getMatchingProperty());
    }
    return copy.toString();
  }

  /** The body with a text in one place, which need not be JSON. */
  private static String with(JsonNode valid, JsonPointer place, String text) {
    JsonNode copy = valid.deepCopy();
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), StringNode.valueOf(PLACE));
    } else if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), StringNode.valueOf(PLACE));
    }
    return copy.toString().replace('"' + PLACE + '"', text);
  }

  private static List<JsonPointer> places(JsonNode node) {
    List<JsonPointer> places = new ArrayList<>();
    collect(node, JsonPointer.empty(), places);
    return places;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    node.properties()
        .forEach(property -> {
          JsonPointer below = at.appendProperty(property.getKey());
          places.add(below);
          collect(property.getValue(), below, places);
        });
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      JsonPointer below = at.appendIndex(i);
      places.add(below);
      collect(node.path(i), below, places);
    }
  }
}
