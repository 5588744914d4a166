package dev.touchstone.operations.status;

import java.time.Instant;

/** Texts for HTML. */
final class Html {
  private Html() {}

  /** A text that can't end its element or attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A time for people and programs. */
  static String time(Instant at, Language language) {
    return "<time datetime=\"%s\">%s</time>".formatted(at, language.time(at));
  }
}
