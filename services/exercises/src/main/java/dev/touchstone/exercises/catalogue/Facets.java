package dev.touchstone.exercises.catalogue;

import java.util.List;

/** How many exercises there are of each kind, on the wire. */
record Facets(List<Topic> categories, List<Count> difficulties, List<Topic> tags) {
  record Count(String name, int count) {}

  /** A category or tag, with what the reader sees of it. */
  record Topic(String name, String label, int count) {}
}
