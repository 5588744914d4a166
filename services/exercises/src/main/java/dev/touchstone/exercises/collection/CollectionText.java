package dev.touchstone.exercises.collection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Chooses among the languages of a text. */
final class CollectionText {
  private CollectionText() {}

  /**
   * The text in a language that the reader wants, or else in English, or else in any.
   *
   * @param locales in the order of preference
   */
  static String of(Map<String, String> texts, List<String> locales) {
    return locales.stream()
        .map(texts::get)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() ->
            texts.entrySet().stream()
                .min(
                    Comparator.comparing(
                            (Map.Entry<String, String> text) -> !text.getKey().equals("en"))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue))
        .orElse("");
  }
}
