package dev.touchstone.judge.verdict;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The flags of the default validator, as the problem package format names them.
 *
 * @param caseSensitive whether upper and lower case differ
 * @param spaceSensitive whether the amount of white space matters
 * @param relative tolerance of numbers, relative to the answer
 * @param absolute tolerance of numbers
 */
record ValidatorFlags(
    boolean caseSensitive,
    boolean spaceSensitive,
    OptionalDouble relative,
    OptionalDouble absolute) {
  /**
   * Reads the flags.
   *
   * @throws IllegalArgumentException on one that is not known
   */
  static ValidatorFlags parse(List<String> arguments) {
    boolean caseSensitive = false;
    boolean spaceSensitive = false;
    OptionalDouble relative = OptionalDouble.empty();
    OptionalDouble absolute = OptionalDouble.empty();
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "case_sensitive" -> caseSensitive = true;
        case "space_change_sensitive" -> spaceSensitive = true;
        case "float_relative_tolerance" -> relative = number(arguments, ++i);
        case "float_absolute_tolerance" -> absolute = number(arguments, ++i);
        case "float_tolerance" -> {
          relative = number(arguments, ++i);
          absolute = relative;
        }
        default -> throw new IllegalArgumentException("unknown validator flag " + arguments.get(i));
      }
    }
    return new ValidatorFlags(caseSensitive, spaceSensitive, relative, absolute);
  }

  /** Whether numbers are compared as numbers. */
  boolean tolerant() {
    return relative.isPresent() || absolute.isPresent();
  }

  private static OptionalDouble number(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException("a validator flag lacks its number");
    }
    return OptionalDouble.of(Double.parseDouble(arguments.get(index)));
  }
}
