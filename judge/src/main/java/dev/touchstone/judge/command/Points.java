package dev.touchstone.judge.command;

import java.util.Locale;

/** Points as people write them. */
final class Points {
  private Points() {}

  static String text(double points) {
    return points == Math.rint(points)
        ? Long.toString((long) points)
        : String.format(Locale.ROOT, "%.3f", points).replaceAll("0+$", "");
  }
}
