package dev.touchstone.platformdata.database;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL can store: without NUL and unpaired surrogates. */
public final class StorableText {
  private static final int REPLACEMENT = 0xFFFD;

  private StorableText() {}

  /** Whether the text can be stored unchanged. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StorableText::isForeign);
  }

  /** Replaces what cannot be stored with U+FFFD, since programs may print anything. */
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
