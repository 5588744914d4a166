package dev.touchstone.testing;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes random values that a contract's schemas permit. Knows the keywords that the contracts use.
 * As safe for threads as its random numbers.
 */
public final class SchemaValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double OPTIONAL = 0.6;
  private static final int DEEPEST = 6;
  private static final int USUAL_LENGTH = 16;
  private static final int USUAL_INTEGER = 1000;
  private static final List<String> CHARACTERS =
      List.of("a", "b", "c", "x", "9", "Z", " ", "_", "-", ".", "ế", "ß", "漢", "😀", "e\u0301");
  private static final List<String> KEYS = List.of("en", "vi", "python3", "secret");

  private final Contract contract;
  private final RandomGenerator random;
  private final Function<String, Optional<JsonNode>> known;

  /**
   * Makes values for a contract.
   *
   * @param known a value to use for a property or parameter of this name where its schema permits
   *     it, such as an id that exists
   */
  public SchemaValues(
      Contract contract, RandomGenerator random, Function<String, Optional<JsonNode>> known) {
    this.contract = contract;
    this.random = random;
    this.known = known;
  }

  /** A value for a property or parameter. */
  public JsonNode of(String name, JsonNode schema) {
    return value(name, schema, 0);
  }

  private JsonNode value(String name, JsonNode reference, int depth) {
    Optional<JsonNode> use = known.apply(name).filter(value -> contract.matches(reference, value));
    return use.orElseGet(() -> generated(contract.resolved(reference), depth));
  }

  private JsonNode generated(JsonNode schema, int depth) {
    if (schema.has("const")) {
      return schema.path("const");
    }
    for (String choice : List.of("enum", "anyOf", "oneOf")) {
      if (schema.has(choice)) {
        JsonNode one = schema.path(choice).path(random.nextInt(schema.path(choice).size()));
        return choice.equals("enum") ? one : value("", one, depth + 1);
      }
    }
    return switch (type(schema)) {
      case "null" -> NODES.nullNode();
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> NODES.numberNode(integer(schema));
      case "number" -> NODES.numberNode(integer(schema) + random.nextDouble() / 2);
      case "array" -> array(schema, depth);
      case "object" -> object(schema, depth);
      case "string" -> NODES.stringNode(string(schema));
      case String other -> throw new AssertionError("a schema of the type " + other);
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.path(random.nextInt(type.size())).asString();
    }
    boolean isObject = schema.has("properties") || schema.has("allOf");
    return type.asString(isObject ? "object" : "string");
  }

  private long integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(0) + 1);
    long most = schema.path("maximum").asLong(least + USUAL_INTEGER);
    return random.nextLong(least, most + 1);
  }

  private String string(JsonNode schema) {
    if (schema.has("pattern")) {
      RgxGen texts = RgxGen.parse(schema.path("pattern").asString().replaceAll("^\\^|\\$$", ""));
      int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
      return Stream.generate(() -> texts.generate(random))
          .filter(text -> text.length() <= longest)
          .findFirst()
          .orElseThrow();
    }
    String unique = Long.toString(random.nextLong(1L << 40), Character.MAX_RADIX);
    return switch (schema.path("format").asString("")) {
      case "date-time" -> Instant.ofEpochSecond(1_700_000_000 + random.nextInt(1 << 27)).toString();
      case "date" ->
          "20%02d-%02d-%02d".formatted(random.nextInt(20, 30), random.nextInt(1, 13), 28);
      case "email" -> unique + "@example.org";
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      default -> text(schema);
    };
  }

  private String text(JsonNode schema) {
    int least = schema.path("minLength").asInt(0);
    int most = Math.min(least + USUAL_LENGTH, schema.path("maxLength").asInt(Integer.MAX_VALUE));
    String text =
        IntStream.range(0, random.nextInt(least, most + 1))
            .mapToObj(_ -> CHARACTERS.get(random.nextInt(CHARACTERS.size())))
            .collect(Collectors.joining());
    // The contract counts characters; some of these are two.
    return text.codePoints()
        .limit(most)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private ArrayNode array(JsonNode schema, int depth) {
    int least = schema.path("minItems").asInt(depth < DEEPEST ? 1 : 0);
    int most = Math.min(least + 2, schema.path("maxItems").asInt(Integer.MAX_VALUE));
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(least, most + 1); i > 0; i--) {
      array.add(value("", schema.path("items"), depth + 1));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    schema.path("allOf").forEach(part -> object.setAll(object(contract.resolved(part), depth)));
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    schema
        .path("properties")
        .properties()
        .forEach(property -> {
          boolean wanted = depth < DEEPEST && random.nextDouble() < OPTIONAL;
          if (wanted || required.contains(property.getKey())) {
            object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
          }
        });
    if (schema.path("additionalProperties").isObject()) {
      String key =
          schema.has("propertyNames")
              ? value("", schema.path("propertyNames"), depth + 1).asString()
              : KEYS.get(random.nextInt(KEYS.size()));
      object.set(key, value(key, schema.path("additionalProperties"), depth + 1));
    }
    return object;
  }
}
