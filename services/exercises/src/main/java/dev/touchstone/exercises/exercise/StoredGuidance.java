package dev.touchstone.exercises.exercise;

import java.util.List;
import java.util.Map;

/**
 * What helps learners besides the statement, as Markdown.
 *
 * @param hints by locale, in their order
 * @param editorial by locale, empty for none
 * @param visible when learners see the editorial, in the words of {@code touchstone.yaml}
 * @param attempts after how many, for {@code after_attempts}
 */
public record StoredGuidance(
    List<Map<String, String>> hints, Map<String, String> editorial, String visible, int attempts) {
  /** Copies the collections. */
  public StoredGuidance {
    hints = hints.stream().map(Map::copyOf).toList();
    editorial = Map.copyOf(editorial);
  }

  /** Whether learners may ever see an editorial. */
  public boolean hasEditorial() {
    return !editorial.isEmpty() && !visible.equals("never");
  }
}
