package dev.touchstone.judge.function;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the results of functions with the expected ones. Immutable. */
public final class Results {
  /** A learner chooses how long the result is, and an author how deep it is. */
  private static final int LONGEST_SHOWN = 200;

  /** A text of this many characters is read whatever is expected, to show its beginning. */
  private static final int SHORT_TEXT = 1 << 16;

  private static final JsonMapper ANY_LENGTH = mapper(Integer.MAX_VALUE);

  private final BigDecimal absolute;
  private final BigDecimal relative;

  private Results(BigDecimal absolute, BigDecimal relative) {
    this.absolute = absolute;
    this.relative = relative;
  }

  /** Compares floating-point numbers as decimals; one of the two tolerances is enough. */
  public static Results within(OptionalDouble absolute, OptionalDouble relative) {
    return new Results(
        BigDecimal.valueOf(absolute.orElse(0)), BigDecimal.valueOf(relative.orElse(0)));
  }

  /**
   * Where two files with JSON values differ; empty if they are equal. It holds only single values
   * and maps of the author in memory, because a learner chooses how much there is.
   *
   * @param expected the author's results
   * @param actual what {@link CallFile#decode} wrote
   */
  public Optional<String> difference(Path expected, Path actual) throws IOException {
    JsonMapper mapper = mapper(Math.max(SHORT_TEXT, Files.size(expected)));
    try (JsonParser wanted = ANY_LENGTH.createParser(reader(expected));
        JsonParser found = mapper.createParser(reader(actual))) {
      boolean some = wanted.nextToken() != null;
      for (int number = 1; some; number++) {
        Optional<Difference> difference = ofCase(wanted, found);
        some = wanted.nextToken() != null;
        boolean only = number == 1 && !some;
        if (difference.isPresent()) {
          String at = only ? "The result" : "The result of case " + number;
          return Optional.of(cut(at + difference.get().path()) + difference.get().what() + ".");
        }
      }
      return found.nextToken() != null
          ? Optional.of("There are more results than cases.")
          : Optional.empty();
    }
  }

  private Optional<Difference> ofCase(JsonParser wanted, JsonParser found) {
    try {
      if (found.nextToken() == null) {
        wanted.skipChildren();
        return Difference.here(" is missing");
      }
      return difference(wanted, found);
    } catch (JacksonException e) {
      if (Objects.equals(e.processor(), wanted)) {
        throw e;
      }
      while (!wanted.streamReadContext().inRoot()) {
        wanted.nextToken();
      }
      return Difference.here(
          e instanceof StreamConstraintsException
              ? " has a text, key or number that is too long"
              : " can't be read");
    }
  }

  /** Of the values at which both parsers are; they are at the values' ends afterwards. */
  private Optional<Difference> difference(JsonParser wanted, JsonParser found) {
    if (wanted.currentToken() == JsonToken.START_ARRAY
        && found.currentToken() == JsonToken.START_ARRAY) {
      return ofLists(wanted, found);
    }
    if (wanted.currentToken() == JsonToken.START_OBJECT
        && found.currentToken() == JsonToken.START_OBJECT) {
      return ofMaps(ANY_LENGTH.readTree(wanted), found);
    }
    if (wanted.currentToken().isScalarValue() && found.currentToken().isScalarValue()) {
      JsonNode one = ANY_LENGTH.readTree(wanted);
      JsonNode other = ANY_LENGTH.readTree(found);
      return equal(one, other)
          ? Optional.empty()
          : Difference.here(" is " + shown(other) + ", not " + shown(one));
    }
    return Difference.here(" is " + kind(found) + ", not " + kind(wanted));
  }

  private Optional<Difference> ofLists(JsonParser wanted, JsonParser found) {
    Optional<Difference> first = Optional.empty();
    int expected = 0;
    int actual = 0;
    while (true) {
      boolean more = wanted.nextToken() != JsonToken.END_ARRAY;
      boolean another = found.nextToken() != JsonToken.END_ARRAY;
      if (more && another && first.isEmpty()) {
        int index = expected;
        first = difference(wanted, found).map(inner -> inner.within("[" + index + "]"));
      } else if (more && another) {
        wanted.skipChildren();
        found.skipChildren();
      } else {
        expected += more ? 1 + rest(wanted) : 0;
        actual += another ? 1 + rest(found) : 0;
        return expected == actual
            ? first
            : Difference.here(" has length " + actual + ", not " + expected);
      }
      expected++;
      actual++;
    }
  }

  /** How many items of a list follow this one. */
  private static int rest(JsonParser parser) {
    int items = 0;
    parser.skipChildren();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      items++;
    }
    return items;
  }

  private Optional<Difference> ofMaps(JsonNode wanted, JsonParser found) {
    Optional<Difference> first = Optional.empty();
    Set<String> keys = new HashSet<>();
    boolean others = false;
    while (found.nextToken() != JsonToken.END_OBJECT) {
      String key = found.currentName();
      found.nextToken();
      JsonNode value = wanted.get(key);
      if (value == null) {
        others = true;
      } else {
        keys.add(key);
      }
      if (value == null || first.isPresent()) {
        found.skipChildren();
        continue;
      }
      try (JsonParser parser = ANY_LENGTH.treeAsTokens(value)) {
        parser.nextToken();
        first = difference(parser, found).map(inner -> inner.within("." + key));
      }
    }
    return others || keys.size() != wanted.size()
        ? Difference.here(" has other keys than expected")
        : first;
  }

  /** What a value is, in a few words; the parser is at its end afterwards. */
  private static String kind(JsonParser parser) {
    JsonToken token = parser.currentToken();
    parser.skipChildren();
    return switch (token) {
      case START_ARRAY -> "a list";
      case START_OBJECT -> "a map";
      default -> shown(ANY_LENGTH.readTree(parser));
    };
  }

  private static Reader reader(Path file) throws IOException {
    return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
  }

  private static JsonMapper mapper(long longestText) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxStringLength((int) Math.min(Integer.MAX_VALUE, longestText))
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /** Where two values differ, from the root, and how. */
  private record Difference(String path, String what) {
    static Optional<Difference> here(String what) {
      return Optional.of(new Difference("", what));
    }

    Difference within(String step) {
      return new Difference(cut(step + path), what);
    }
  }

  private static String shown(JsonNode value) {
    return cut(value.toString());
  }

  private static String cut(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  /** A 64-bit whole number, which a floating-point number may only approximate. */
  private boolean isExact(JsonNode expected) {
    return absolute.signum() == 0
        && relative.signum() == 0
        && expected.canConvertToLong()
        && expected.isIntegralNumber();
  }

  private static boolean isFinite(JsonNode number) {
    return number.isIntegralNumber() || Double.isFinite(number.doubleValue());
  }

  /** A number as it is written; the shortest text of a floating-point number stands for it. */
  private static BigDecimal decimal(JsonNode number) {
    return number.isIntegralNumber()
        ? new BigDecimal(number.bigIntegerValue())
        : BigDecimal.valueOf(number.doubleValue());
  }

  private boolean isWithin(BigDecimal wanted, BigDecimal found) {
    BigDecimal off = wanted.subtract(found).abs();
    return off.compareTo(absolute) <= 0 || off.compareTo(relative.multiply(wanted.abs())) <= 0;
  }

  private boolean equal(JsonNode expected, JsonNode actual) {
    if (expected.isIntegralNumber() && actual.isIntegralNumber()) {
      return expected.bigIntegerValue().equals(actual.bigIntegerValue());
    }
    if (isExact(expected) && actual.isNumber() && Double.isFinite(actual.doubleValue())) {
      return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    if (expected.isNumber() && actual.isNumber()) {
      return (isFinite(expected) && isFinite(actual))
          ? isWithin(decimal(expected), decimal(actual))
          : expected.doubleValue() == actual.doubleValue();
    }
    return expected.equals(actual);
  }
}
