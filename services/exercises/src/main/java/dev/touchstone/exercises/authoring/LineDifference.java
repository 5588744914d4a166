package dev.touchstone.exercises.authoring;

import java.util.ArrayList;
import java.util.List;

/** The difference of two short texts, line by line. */
final class LineDifference {
  /** The work grows with the product of the lines that differ. */
  private static final int MOST_LINES = 1_000;

  private LineDifference() {}

  /**
   * Compares two texts.
   *
   * @return lines that begin with a space if they are in both, with {@code -} if they were removed,
   *     with {@code +} if they were added; empty if the texts are too long to be compared
   */
  static List<String> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    if (old.size() > MOST_LINES || fresh.size() > MOST_LINES) {
      return List.of();
    }
    int[][] common = common(old, fresh);
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        lines.add(" " + old.get(i));
        i++;
        j++;
      } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("-" + old.get(i++));
      } else {
        lines.add("+" + fresh.get(j++));
      }
    }
    return lines;
  }

  /** How many lines the ends of both texts have in common, from each pair of lines on. */
  private static int[][] common(List<String> old, List<String> fresh) {
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
