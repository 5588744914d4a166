package dev.touchstone.judge.verdict;

import dev.touchstone.problempackage.ValidatorFlags;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a number may be from the answer: one of the two is enough. The tolerance is the decimal
 * number that the author wrote, and the comparison is exact: 0.300001 is within 0.000001 of 0.3.
 */
record Tolerance(Optional<DecimalNumber> absolute, Optional<DecimalNumber> relative) {
  static Tolerance of(ValidatorFlags flags) {
    return new Tolerance(decimal(flags.absolute()), decimal(flags.relative()));
  }

  /** Whether numbers are compared as numbers. */
  boolean given() {
    return absolute.isPresent() || relative.isPresent();
  }

  boolean accepts(DecimalNumber wanted, DecimalNumber found) {
    return absolute.filter(most -> wanted.isWithin(most, found)).isPresent()
        || relative.filter(part -> wanted.isWithinPart(part, found)).isPresent();
  }

  private static Optional<DecimalNumber> decimal(OptionalDouble number) {
    // The shortest text of a double is what was written, up to 15 digits.
    return number.isPresent()
        ? DecimalNumber.of(Double.toString(number.getAsDouble()))
        : Optional.empty();
  }
}
