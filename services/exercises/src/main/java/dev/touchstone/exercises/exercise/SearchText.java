package dev.touchstone.exercises.exercise;

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

  /** What an exercise is found by. */
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
