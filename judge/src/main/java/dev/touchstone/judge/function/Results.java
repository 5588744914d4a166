package dev.touchstone.judge.function;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the results of functions with the expected ones. Immutable. */
public final class Results {
  /** A learner chooses how long the result is, and an author how deep it is. */
  private static final int LONGEST_SHOWN = 200;

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
   * Where two texts with one JSON value per line differ; empty if they are equal.
   *
   * @param expected the author's result
   * @param actual what {@link CallFile#decode} wrote
   */
  public Optional<String> difference(String expected, String actual) {
    List<String> wanted = expected.lines().filter(line -> !line.isBlank()).toList();
    List<String> found = actual.lines().toList();
    for (int i = 0; i < wanted.size(); i++) {
      String at = wanted.size() == 1 ? "The result" : "The result of case " + (i + 1);
      if (i >= found.size()) {
        return Optional.of(at + " is missing.");
      }
      Optional<String> difference = difference(at, wanted.get(i), found.get(i));
      if (difference.isPresent()) {
        return difference.map(text -> text + ".");
      }
    }
    return found.size() > wanted.size()
        ? Optional.of("There are more results than cases.")
        : Optional.empty();
  }

  private Optional<String> difference(String at, String expected, String actual) {
    JsonNode wanted = JsonMapper.shared().readTree(expected);
    try {
      return difference(at, wanted, JsonMapper.shared().readTree(actual));
    } catch (JacksonException e) { // a key or a number longer than any that could be right
      return Optional.of(at + " can't be read");
    }
  }

  private Optional<String> difference(String whole, JsonNode expected, JsonNode actual) {
    String at = cut(whole);
    if (expected.isArray() && actual.isArray()) {
      return expected.size() != actual.size()
          ? Optional.of(at + " has length " + actual.size() + ", not " + expected.size())
          : IntStream.range(0, expected.size())
              .mapToObj(i -> difference(at + "[" + i + "]", expected.get(i), actual.get(i)))
              .flatMap(Optional::stream)
              .findFirst();
    }
    if (expected.isObject() && actual.isObject()) {
      if (!Set.copyOf(expected.propertyNames()).equals(Set.copyOf(actual.propertyNames()))) {
        return Optional.of(at + " has other keys than expected");
      }
      return expected.properties().stream()
          .map(entry ->
              difference(at + "." + entry.getKey(), entry.getValue(), actual.path(entry.getKey())))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return equal(expected, actual)
        ? Optional.empty()
        : Optional.of(at + " is " + shown(actual) + ", not " + shown(expected));
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
