package dev.touchstone.operations.status;

/** A text in both languages. */
record Words(String en, String vi) {
  String in(Language language) {
    return language.choose(en, vi);
  }
}
