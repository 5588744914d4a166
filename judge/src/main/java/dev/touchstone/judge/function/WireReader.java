package dev.touchstone.judge.function;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a program in the box returned, in the form of {@link WireWriter}. The bytes are as
 * untrusted as the program: whatever is malformed ends the reading.
 */
final class WireReader {
  private static final int DEEPEST = 100;

  /** Longer than a 64-bit number in any notation; parsing time is quadratic in the digits. */
  private static final int LONGEST_NUMBER = 100;

  /**
   * Values at once; each takes some dozen bytes of the judge's memory for three of the program's.
   */
  private static final int MOST_VALUES = 1_000_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final byte[] bytes;
  private int position;
  private int values;

  WireReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes are not a value. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  boolean isAtEnd() {
    return position >= bytes.length;
  }

  /** The next value; empty at the end or if no value follows. */
  Optional<JsonNode> next() {
    if (isAtEnd()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(0));
    } catch (MalformedException | NumberFormatException e) {
      position = bytes.length;
      return Optional.empty();
    }
  }

  private JsonNode read(int depth) throws MalformedException {
    String line = line();
    if (line.isEmpty()
        || line.length() > LONGEST_NUMBER
        || depth > DEEPEST
        || ++values > MOST_VALUES) {
      throw new MalformedException();
    }
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case 'n' -> NODES.nullNode();
      case 'b' -> NODES.booleanNode(rest.equals("1"));
      case 'i' -> NODES.numberNode(new BigInteger(rest));
      case 'f' -> floating(rest);
      case 's' -> NODES.stringNode(text(Integer.parseInt(rest)));
      case 'l' -> list(Integer.parseInt(rest), depth);
      case 'm' -> map(Integer.parseInt(rest), depth);
      default -> throw new MalformedException();
    };
  }

  /** Each language has its own name for a value that is not finite, and JSON has none. */
  private static JsonNode floating(String text) {
    String name = text.toLowerCase(Locale.ROOT).replace("infinity", "inf");
    return switch (name) {
      case "inf", "+inf" -> NODES.numberNode(Double.POSITIVE_INFINITY);
      case "-inf" -> NODES.numberNode(Double.NEGATIVE_INFINITY);
      case "nan", "-nan" -> NODES.numberNode(Double.NaN);
      default -> NODES.numberNode(Double.parseDouble(text));
    };
  }

  private ArrayNode list(int count, int depth) throws MalformedException {
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < count; i++) {
      items.add(read(depth + 1));
    }
    return items;
  }

  private ObjectNode map(int count, int depth) throws MalformedException {
    ObjectNode entries = NODES.objectNode();
    for (int i = 0; i < count; i++) {
      JsonNode key = read(depth + 1);
      if (!key.isString()) {
        throw new MalformedException();
      }
      entries.set(key.stringValue(), read(depth + 1));
    }
    return entries;
  }

  private String text(int length) throws MalformedException {
    if (length < 0 || length >= bytes.length - position) {
      throw new MalformedException();
    }
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length + 1;
    return text;
  }

  private String line() throws MalformedException {
    int end = position;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (end == bytes.length) {
      throw new MalformedException();
    }
    String line = new String(bytes, position, end - position, StandardCharsets.US_ASCII);
    position = end + 1;
    return line;
  }
}
