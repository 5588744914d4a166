package dev.touchstone.judge.function;

import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Compares what functions returned with what they should have.
 *
 * @param absolute how far a floating number may be off
 * @param relative how far in relation to the expected one; either suffices
 */
record Results(double absolute, double relative) {
  /** Where two values differ, as a path like {@code [3].name}; empty if they are equal. */
  Optional<String> difference(JsonNode expected, JsonNode actual) {
    return difference("", expected, actual);
  }

  private Optional<String> difference(String path, JsonNode expected, JsonNode actual) {
    if (expected.isArray() && actual.isArray()) {
      return expected.size() != actual.size()
          ? Optional.of(path + ": has length " + actual.size() + " instead of " + expected.size())
          : IntStream.range(0, expected.size())
              .mapToObj(i -> difference(path + "[" + i + "]", expected.get(i), actual.get(i)))
              .flatMap(Optional::stream)
              .findFirst();
    }
    if (expected.isObject() && actual.isObject()) {
      if (!keys(expected).equals(keys(actual))) {
        return Optional.of(path + ": has other keys");
      }
      return expected.properties().stream()
          .map(entry ->
              difference(
                  path + "." + entry.getKey(), entry.getValue(), actual.path(entry.getKey())))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return equal(expected, actual)
        ? Optional.empty()
        : Optional.of(path + ": is " + actual + " instead of " + expected);
  }

  private static java.util.Set<String> keys(JsonNode object) {
    return java.util.Set.copyOf(object.propertyNames());
  }

  private boolean equal(JsonNode expected, JsonNode actual) {
    if (expected.isIntegralNumber() && actual.isIntegralNumber()) {
      return expected.bigIntegerValue().equals(actual.bigIntegerValue());
    }
    if (expected.isNumber() && actual.isNumber()) {
      double wanted = expected.doubleValue();
      double off = Math.abs(wanted - actual.doubleValue());
      return off <= absolute || off <= relative * Math.abs(wanted) || off == 0;
    }
    return expected.equals(actual);
  }
}
