package dev.touchstone.gateway.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * The paths of a route, such as {@code /api/v1/runs/{id}/events}: a segment in braces is any one
 * segment, and {@code **} at the end the path before it and everything below. Slashes at the end of
 * a path don't count, as for the services.
 */
final class PathPattern {
  private static final String REST = "**";

  private final String text;
  private final List<String> segments;
  private final boolean below;

  PathPattern(String text) {
    this.text = text;
    List<String> all = segments(text);
    this.below = !all.isEmpty() && all.getLast().equals(REST);
    this.segments = below ? all.subList(0, all.size() - 1) : all;
  }

  /** Whether a path of these {@link #segments} is one of ours. */
  boolean matches(List<String> asked) {
    if (below ? asked.size() < segments.size() : asked.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (!segment.startsWith("{") && !segment.equals(asked.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands between the slashes of a path, without what is empty. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int from = 1;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      if (end > from) {
        segments.add(path.substring(from, end));
      }
      from = end + 1;
    }
    return segments;
  }

  @Override
  public String toString() {
    return text;
  }
}
