package dev.touchstone.judge.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number as it is written, compared exactly. An output may contain numbers with millions
 * of digits or huge exponents, so nothing here writes a number out, and everything takes linear
 * time.
 *
 * @param sign -1, 0 or 1
 * @param digits without zeros at either end; empty for zero
 * @param exponent the power of ten of the first digit
 */
record DecimalNumber(int sign, String digits, long exponent) {
  /** As the format defines them: no hexadecimal, no infinity, no type suffix. */
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)([0-9]*+)(?:\\.([0-9]*+))?(?:[eE]([+-]?)([0-9]++))?");

  private static final DecimalNumber ZERO = new DecimalNumber(0, "", 0);

  /** Longer exponents count as the largest of this length. */
  private static final int MOST_EXPONENT_DIGITS = 17;

  /** Reads a number; empty if the text is something else. */
  static Optional<DecimalNumber> of(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String whole = matcher.group(2);
    String all = matcher.group(3) == null ? whole : whole + matcher.group(3);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int start = 0;
    while (start < all.length() && all.charAt(start) == '0') {
      start++;
    }
    if (start == all.length()) {
      return Optional.of(ZERO);
    }
    int end = all.length();
    while (all.charAt(end - 1) == '0') {
      end--;
    }
    int sign = matcher.group(1).equals("-") ? -1 : 1;
    long exponent = matcher.group(5) == null ? 0 : exponent(matcher.group(4), matcher.group(5));
    return Optional.of(
        new DecimalNumber(sign, all.substring(start, end), exponent + whole.length() - 1 - start));
  }

  /** Whether another number differs from this one by at most a tolerance. */
  boolean isWithin(DecimalNumber tolerance, DecimalNumber other) {
    return isWithin(List.of(new Term(tolerance, -1, 0)), other);
  }

  /** Whether another number differs from this one by at most the given part of this one. */
  boolean isWithinPart(DecimalNumber part, DecimalNumber other) {
    // The product, one term for each digit of the part, which has few of them.
    List<Term> product = new ArrayList<>();
    for (int i = 0; i < part.digits.length(); i++) {
      int digit = part.digits.charAt(i) - '0';
      product.add(new Term(this, -sign * digit, part.exponent - i));
    }
    return isWithin(product, other);
  }

  /**
   * Whether another number differs from this one by at most a tolerance.
   *
   * @param minus the terms of the negative tolerance
   */
  private boolean isWithin(List<Term> minus, DecimalNumber other) {
    int larger = sign(List.of(new Term(this, 1, 0), new Term(other, -1, 0)));
    List<Term> excess = new ArrayList<>(minus);
    excess.add(new Term(this, larger, 0));
    excess.add(new Term(other, -larger, 0));
    return sign(excess) <= 0;
  }

  private static long exponent(String sign, String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    String some =
        digits.length() - start > MOST_EXPONENT_DIGITS
            ? "9".repeat(MOST_EXPONENT_DIGITS)
            : digits.substring(start);
    return sign.equals("-") ? -Long.parseLong(some) : Long.parseLong(some);
  }

  /**
   * The sign of a sum. Adds digit by digit, the highest first, until those that follow can't change
   * the sign; where there are no digits, it skips any number of places.
   */
  private static int sign(List<Term> terms) {
    long most = terms.stream().mapToLong(term -> Math.abs(term.factor)).sum();
    long sum = 0;
    Long power = next(terms, Long.MAX_VALUE);
    while (power != null && Math.abs(sum) <= most) {
      long at = power;
      sum = sum * 10 + terms.stream().mapToLong(term -> term.digit(at)).sum();
      Long next = next(terms, at);
      power = sum == 0 || next == null ? next : Long.valueOf(at - 1);
    }
    return Long.signum(sum);
  }

  /** The highest power of ten below the given one for which a term has a digit. */
  private static @Nullable Long next(List<Term> terms, long below) {
    Long highest = null;
    for (Term term : terms) {
      long candidate = Math.min(term.first(), below - 1);
      if (candidate >= term.last() && (highest == null || candidate > highest)) {
        highest = candidate;
      }
    }
    return highest;
  }

  /** A number times a factor from -9 to 9 and a power of ten. */
  private record Term(DecimalNumber number, int factor, long shift) {
    long first() {
      return number.exponent + shift;
    }

    long last() {
      return first() - number.digits.length() + 1;
    }

    long digit(long power) {
      return power > first() || power < last()
          ? 0
          : (long) number.sign * factor * (number.digits.charAt((int) (first() - power)) - '0');
    }
  }
}
