package dev.touchstone.judge.verification;

import java.util.Locale;

/** Points as people write them. */
public final class Points {
  private Points() {}

  public static String text(double points) {
    return points == Math.rint(points)
        ? Long.toString((long) points)
        : String.format(Locale.ROOT, "%.3f", points).replaceAll("0+$", "");
  }
}
