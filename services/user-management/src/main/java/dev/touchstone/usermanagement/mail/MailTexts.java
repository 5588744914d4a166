package dev.touchstone.usermanagement.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of mails in every language, as plain text and as HTML. Values are escaped, and control
 * characters in them become blanks, so that none can add a header or a tag. Thread-safe.
 */
final class MailTexts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final String LINK = "{link}";

  private final Map<String, Properties> byLocale = new HashMap<>();

  /** Reads the texts of the given languages. */
  MailTexts(Iterable<String> locales) {
    for (String locale : locales) {
      byLocale.put(locale, read("texts_" + locale + ".properties"));
    }
  }

  /** A mail as it is sent. */
  record Rendered(String subject, String plain, String html) {}

  Rendered render(Letter letter) {
    Properties texts = byLocale.get(letter.locale());
    if (texts == null) {
      throw new IllegalArgumentException("There are no texts in " + letter.locale());
    }
    String kind = letter.kind().storedName();
    Map<String, String> values = new HashMap<>();
    letter
        .values()
        .forEach((name, value) -> values.put(name, CONTROL.matcher(value).replaceAll(" ")));
    String subject = filled(text(texts, kind + ".subject"), values, false);
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder();
    String body = text(texts, kind + ".text") + "\n\n" + text(texts, "footer");
    for (String paragraph : body.split("\n\n", -1)) {
      plain.append(filled(paragraph, values, false)).append("\n\n");
      html.append(
          paragraph.equals(LINK)
              ? """
              <p><a href="%s" style="display:inline-block;padding:10px 18px;background:#23211c;color:#ffffff;text-decoration:none">%s</a></p>
              """
                  .formatted(filled(LINK, values, true), escaped(text(texts, kind + ".button")))
              : "<p>" + filled(escaped(paragraph), values, true) + "</p>\n");
    }
    return new Rendered(
        subject,
        plain.toString().stripTrailing() + "\n",
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body style="margin:0;padding:24px;background:#f6f4ef;color:#23211c;font:16px/1.5 sans-serif">
        <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff">
        %s</div></body></html>
        """
            .formatted(letter.locale(), escaped(subject), html));
  }

  /** The keys of a language, for the test that compares them. */
  Map<Object, Object> texts(String locale) {
    return Map.copyOf(byLocale.getOrDefault(locale, new Properties()));
  }

  private static String filled(String text, Map<String, String> values, boolean escape) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> {
          String value = values.get(match.group(1));
          if (value == null) {
            throw new IllegalArgumentException("A mail lacks the value " + match.group(1));
          }
          return Matcher.quoteReplacement(escape ? escaped(value) : value);
        });
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String text(Properties texts, String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("There is no text " + key);
    }
    return text;
  }

  private static Properties read(String file) {
    try (InputStream in = MailTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
