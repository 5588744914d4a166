package dev.touchstone.exercises.exercise;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folds texts so that "tong" finds "Tổng" and "duong di" finds "Đường đi". */
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /**
   * In bytes. An index entry has at most 1 MiB, and four times the text if words are joined by
   * hyphens: both words, the pair and their places.
   */
  private static final int MOST_WORDS = 250_000;

  private SearchText() {}

  /** Lower case without diacritics, white space as single spaces. */
  public static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS
        .matcher(decomposed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd') // a separate letter: it has no decomposition
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** The folded words of a question; a match contains each of them. */
  public static List<String> words(String question) {
    return Arrays.stream(fold(question).split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** All words that an exercise is found by: those of its statements, too. */
  static String words(ExerciseContent content) {
    String all =
        Stream.concat(
                Stream.of(of(content), fold(content.text().description())),
                content.translations().values().stream().map(text -> fold(text.description())))
            .collect(Collectors.joining("\n"));
    byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MOST_WORDS
        ? all
        : new String(bytes, 0, MOST_WORDS, StandardCharsets.UTF_8);
  }

  /** A question for the index of words: each may be the beginning of one. */
  public static String query(String question) {
    return words(question).stream()
        .map(word -> "'" + word.replace("'", "''").replace("\\", "\\\\") + "':*")
        .collect(Collectors.joining(" & "));
  }

  /** What an exercise is found by in part, too. */
  static String of(ExerciseContent content) {
    return Stream.of(
            Stream.of(content.text().title(), content.slug(), content.category()),
            content.translations().values().stream().map(Translation::title),
            content.tags().stream())
        .flatMap(texts -> texts)
        .map(SearchText::fold)
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
