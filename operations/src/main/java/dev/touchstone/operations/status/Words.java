package dev.touchstone.operations.status;

import java.util.Objects;

/** A text in both languages. */
record Words(String en, String vi) {
  Words {
    Objects.requireNonNull(en);
    Objects.requireNonNull(vi);
  }

  String in(Language language) {
    return language.choose(en, vi);
  }
}
