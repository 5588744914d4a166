package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.LimitCaps;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers below {@code limits}, none above what the operator allows. A package that was
 * published before the operator lowered a cap is judged within the new one.
 */
final class CappedNumbers {
  private static final double STEP = 1024;
  private static final double MILLIS = 1000;

  private final YamlFile limits;
  private final Map<String, Integer> caps;
  private final boolean published;

  /**
   * For one package.
   *
   * @param published whether it was checked before, so that what is too large is cut in silence
   */
  CappedNumbers(YamlFile limits, LimitCaps caps, boolean published) {
    this.limits = limits;
    this.caps = new HashMap<>(caps.byKey());
    this.caps.put("code", 4 * 1024);
    this.caps.put("validation_passes", 100);
    this.published = published;
  }

  /** A whole number; the usual one, as far as it is allowed, where the package has none. */
  int whole(String key, double usual) {
    return (int) Math.max(1, number(key, usual));
  }

  double number(String key, double usual) {
    return capped(key, limits.number(key).orElse(usual), limits.has(key));
  }

  /** A number that is a limit, wherever it was written. */
  double capped(String key, double number, boolean given) {
    int cap = caps.getOrDefault(key, Integer.MAX_VALUE);
    if (!(number > 0) || number == Double.POSITIVE_INFINITY) {
      limits.fault(key, "must be a number above 0, not " + number);
      return 1;
    }
    if (number > cap && given && !published) {
      limits.fault(
          key,
          "must be at most "
              + cap
              + unit(key)
              + " here, not "
              + plain(number)
              + hint(key, number, cap));
    }
    return Math.min(number, cap);
  }

  private static String unit(String key) {
    return key.endsWith("passes")
        ? ""
        : key.contains("time") ? " seconds" : key.equals("code") ? " KiB" : " MiB";
  }

  /** Many think in KiB or in milliseconds. */
  private static String hint(String key, double number, int cap) {
    if (key.contains("time")) {
      return number / MILLIS <= cap
          ? "; it is in seconds: did you mean " + plain(number / MILLIS) + "?"
          : "";
    }
    for (double meant = number / STEP; meant >= 1; meant /= STEP) {
      if (meant <= cap && meant == Math.rint(meant) && !unit(key).isEmpty()) {
        return "; it is in" + unit(key) + ": did you mean " + plain(meant) + "?";
      }
    }
    return "";
  }

  private static String plain(double number) {
    return number == Math.rint(number) && number < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
