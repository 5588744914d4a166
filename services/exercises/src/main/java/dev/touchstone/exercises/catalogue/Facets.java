package dev.touchstone.exercises.catalogue;

import java.util.List;

/** How many exercises there are of each kind, on the wire. */
record Facets(List<Count> categories, List<Count> difficulties, List<Count> tags) {
  record Count(String name, int count) {}
}
