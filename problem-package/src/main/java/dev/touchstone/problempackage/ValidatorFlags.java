package dev.touchstone.problempackage;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The flags of the default validator, as the problem package format names them.
 *
 * @param caseSensitive whether upper and lower case differ
 * @param spaceSensitive whether the amount of white space matters
 * @param relative tolerance of numbers, relative to the answer
 * @param absolute tolerance of numbers
 */
public record ValidatorFlags(
    boolean caseSensitive,
    boolean spaceSensitive,
    OptionalDouble relative,
    OptionalDouble absolute) {
  /**
   * Reads the flags; of one that is given twice the last counts.
   *
   * @throws IllegalArgumentException that says which flag is not known or lacks its number
   */
  public static ValidatorFlags parse(List<String> arguments) {
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
        default ->
            throw new IllegalArgumentException(
                "the default validator has no flag " + arguments.get(i));
      }
    }
    return new ValidatorFlags(caseSensitive, spaceSensitive, relative, absolute);
  }

  /**
   * Reads the flags as the later versions of the format do, in which a tolerance is given once.
   *
   * @throws IllegalArgumentException also for a tolerance that is given twice
   */
  public static ValidatorFlags parseOnce(List<String> arguments) {
    Set<String> seen = new HashSet<>();
    for (String argument : arguments) {
      boolean tolerance = argument.startsWith("float_");
      boolean both = argument.equals("float_tolerance");
      if (tolerance && (!seen.add(argument) || (seen.contains("float_tolerance") && !both))) {
        throw new IllegalArgumentException("a tolerance is given twice, by " + argument);
      }
      if (both && seen.size() > 1) {
        throw new IllegalArgumentException("a tolerance is given twice, by " + argument);
      }
    }
    return parse(arguments);
  }

  /** Whether numbers are compared as numbers. */
  public boolean tolerant() {
    return relative.isPresent() || absolute.isPresent();
  }

  private static OptionalDouble number(List<String> arguments, int index) {
    String flag = arguments.get(index - 1);
    if (index >= arguments.size()) {
      throw new IllegalArgumentException("the validator flag " + flag + " lacks its number");
    }
    try {
      double number = Double.parseDouble(arguments.get(index));
      if (number >= 0) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "the validator flag " + flag + " has no number but " + arguments.get(index));
  }
}
