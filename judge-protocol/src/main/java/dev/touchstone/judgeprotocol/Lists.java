package dev.touchstone.judgeprotocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in messages: null and absent mean empty. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(@Nullable List<T> sent) {
    return sent == null ? List.of() : List.copyOf(sent);
  }
}
