package dev.touchstone.exercises.topic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The labels of some topics, by name and then by locale.
 *
 * @param categories of categories
 * @param tags of tags
 */
public record TopicLabels(
    Map<String, Map<String, String>> categories, Map<String, Map<String, String>> tags) {
  private static final String FALLBACK = "en";

  /** Copies the maps. */
  public TopicLabels {
    categories = Map.copyOf(categories);
    tags = Map.copyOf(tags);
  }

  /**
   * What to show of a category. One without a label reads as its name, {@code two-pointers} as "Two
   * pointers".
   *
   * @param locales in the order of preference
   */
  public String category(String name, List<String> locales) {
    return label(categories, name, locales, spelled(name));
  }

  /** What to show of a tag; see {@link #category}. */
  public String tag(String name, List<String> locales) {
    return label(tags, name, locales, name);
  }

  private static String label(
      Map<String, Map<String, String>> all, String name, List<String> locales, String otherwise) {
    Map<String, String> labels = all.getOrDefault(name, Map.of());
    return locales.stream()
        .map(labels::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(labels.getOrDefault(FALLBACK, otherwise));
  }

  private static String spelled(String name) {
    String words = name.replace('-', ' ').replace('_', ' ').strip();
    if (words.isEmpty()) {
      return name;
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }
}
