package dev.touchstone.problempackage.function;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The type of an argument or a result: a type of JSON values that every language has. */
public sealed interface ValueType {
  /** Types without parts. */
  enum Plain implements ValueType {
    /** Whole numbers of 64 bits. */
    INT,
    /** Double precision. */
    FLOAT,
    /** {@code true} and {@code false}. */
    BOOL,
    /** Texts. */
    STRING;

    @Override
    public boolean accepts(JsonNode value) {
      return switch (this) {
        case INT -> value.isIntegralNumber() && value.canConvertToLong();
        case FLOAT -> value.isNumber();
        case BOOL -> value.isBoolean();
        case STRING -> value.isString();
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A list whose items are of one type. */
  record ListOf(ValueType item) implements ValueType {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isArray() && value.valueStream().allMatch(item::accepts);
    }

    @Override
    public String toString() {
      return "list<" + item + ">";
    }
  }

  /** Values of one type by text. */
  record MapOf(ValueType item) implements ValueType {
    @Override
    public boolean accepts(JsonNode value) {
      return value.isObject() && value.valueStream().allMatch(item::accepts);
    }

    @Override
    public String toString() {
      return "map<" + item + ">";
    }
  }

  /** Whether a JSON value is of this type. */
  boolean accepts(JsonNode value);

  /** Of a type in the authors' notation; none has use for more. */
  int LONGEST = 100;

  /** Reads a type in the authors' notation, such as {@code list<list<int>>}. */
  static Optional<ValueType> of(String text) {
    String type = text.length() > LONGEST ? "" : text.replace(" ", "");
    if (type.startsWith("list<") && type.endsWith(">")) {
      return of(type.substring(5, type.length() - 1)).map(ListOf::new);
    }
    if (type.startsWith("map<") && type.endsWith(">")) {
      return of(type.substring(4, type.length() - 1)).map(MapOf::new);
    }
    return switch (type) {
      case "int" -> Optional.of(Plain.INT);
      case "float" -> Optional.of(Plain.FLOAT);
      case "bool" -> Optional.of(Plain.BOOL);
      case "string" -> Optional.of(Plain.STRING);
      default -> Optional.empty();
    };
  }
}
