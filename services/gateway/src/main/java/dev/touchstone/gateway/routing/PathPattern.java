package dev.touchstone.gateway.routing;

import java.util.Arrays;
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

  boolean matches(String path) {
    List<String> asked = segments(path);
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

  private static List<String> segments(String path) {
    // Without a limit, split() drops the empty segments at the end.
    return Arrays.asList(path.substring(1).split("/")).stream()
        .filter(segment -> !segment.isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
