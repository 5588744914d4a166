package dev.touchstone.platformdata.database;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Text as PostgreSQL can store it: without NUL and without half surrogate pairs. */
public final class StorableText {
  private static final int REPLACEMENT = 0xFFFD;

  private StorableText() {}

  /** Whether the text can be stored as it is. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StorableText::isForeign);
  }

  /** Replaces what can't be stored by U+FFFD; what programs print may hold anything. */
  public static @Nullable String of(@Nullable String text) {
    if (text == null || isStorable(text)) {
      return text;
    }
    IntStream points = text.codePoints().map(point -> isForeign(point) ? REPLACEMENT : point);
    return points
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isForeign(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
