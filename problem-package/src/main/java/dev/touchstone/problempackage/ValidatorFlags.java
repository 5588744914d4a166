package dev.touchstone.problempackage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The flags of the default validator, as the problem package format names them. A new flag is a
 * constant of {@link Flag} and a component here; what it changes is in the judge's {@code
 * DefaultValidator}.
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
  private static final ValidatorFlags NONE =
      new ValidatorFlags(false, false, OptionalDouble.empty(), OptionalDouble.empty());

  /** All flags; in a package they are in lower case. */
  private enum Flag {
    CASE_SENSITIVE(false),
    SPACE_CHANGE_SENSITIVE(false),
    FLOAT_TOLERANCE(true),
    FLOAT_RELATIVE_TOLERANCE(true),
    FLOAT_ABSOLUTE_TOLERANCE(true);

    private final boolean takesNumber;

    Flag(boolean takesNumber) {
      this.takesNumber = takesNumber;
    }

    static Flag of(String text) {
      return Arrays.stream(values())
          .filter(flag -> flag.text().equals(text))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("the default validator has no flag " + text));
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads the flags; if one is given twice, the last counts.
   *
   * @throws IllegalArgumentException if a flag is unknown or lacks its number
   */
  public static ValidatorFlags parse(List<String> arguments) {
    return parse(arguments, false);
  }

  /**
   * Reads the flags as the later versions of the format do, in which a tolerance is given once.
   *
   * @throws IllegalArgumentException also if a tolerance is given twice
   */
  public static ValidatorFlags parseOnce(List<String> arguments) {
    return parse(arguments, true);
  }

  private static ValidatorFlags parse(List<String> arguments, boolean once) {
    ValidatorFlags flags = NONE;
    for (int i = 0; i < arguments.size(); i++) {
      Flag flag = Flag.of(arguments.get(i));
      double number = flag.takesNumber ? number(flag, arguments, ++i) : 0;
      if (once && flags.gives(flag)) {
        throw new IllegalArgumentException("a tolerance is given twice, by " + flag.text());
      }
      flags = flags.with(flag, number);
    }
    return flags;
  }

  /** Whether numbers are compared as numbers. */
  public boolean tolerant() {
    return relative.isPresent() || absolute.isPresent();
  }

  /** Whether a tolerance that a flag sets has already been set. */
  private boolean gives(Flag flag) {
    return switch (flag) {
      case CASE_SENSITIVE, SPACE_CHANGE_SENSITIVE -> false;
      case FLOAT_TOLERANCE -> tolerant();
      case FLOAT_RELATIVE_TOLERANCE -> relative.isPresent();
      case FLOAT_ABSOLUTE_TOLERANCE -> absolute.isPresent();
    };
  }

  private ValidatorFlags with(Flag flag, double number) {
    OptionalDouble tolerance = OptionalDouble.of(number);
    return switch (flag) {
      case CASE_SENSITIVE -> new ValidatorFlags(true, spaceSensitive, relative, absolute);
      case SPACE_CHANGE_SENSITIVE -> new ValidatorFlags(caseSensitive, true, relative, absolute);
      case FLOAT_TOLERANCE ->
          new ValidatorFlags(caseSensitive, spaceSensitive, tolerance, tolerance);
      case FLOAT_RELATIVE_TOLERANCE ->
          new ValidatorFlags(caseSensitive, spaceSensitive, tolerance, absolute);
      case FLOAT_ABSOLUTE_TOLERANCE ->
          new ValidatorFlags(caseSensitive, spaceSensitive, relative, tolerance);
    };
  }

  private static double number(Flag flag, List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException("the validator flag " + flag.text() + " lacks its number");
    }
    String text = arguments.get(index);
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new IllegalArgumentException(
        "the validator flag " + flag.text() + " must have a number of at least 0, not " + text);
  }
}
