package dev.touchstone.operations.support;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes secrets from texts: those that are known, and what has the form of one. Immutable and
 * thread-safe.
 */
final class Redaction {
  private static final String REMOVED = "[removed]";

  /** A shorter one is a word that occurs for other reasons. */
  private static final int SHORTEST = 6;

  /** The password in an address such as {@code smtp://user:password@host}. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^\\s/@\"']*)@");

  /** Between a name and its value, as in headers, settings, JSON, and JSON within JSON. */
  private static final String IS = "\\\\*+[\"']?\\s*+[=:])[^\\S\\r\\n]*+";

  /** A value in quotes, with what is escaped in it. */
  private static final String QUOTED =
      "\\\\*+\"(?:[^\"\\\\\\r\\n]|\\\\.)*+|\\\\*+'(?:[^'\\\\\\r\\n]|\\\\.)*+";

  /**
   * What has the form of a secret, or of a person's id. The first group, if there is one, is kept.
   * None of them takes longer than in proportion to the text.
   */
  static final List<Pattern> FORMS =
      List.of(
          // headers: a scheme with its value, and every cookie, to the end of the line
          Pattern.compile("(?i)((?:authorization|cookie)" + IS + "(?:" + QUOTED + "|[^\\r\\n]+)"),
          // tokens of JSON Web Token's form, with or without "Bearer"
          Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){0,4}"),
          Pattern.compile("(?i)(bearer )[A-Za-z0-9._~+/=-]{8,}"),
          // password=…, "token": "…", X-Api-Key: …; a password may contain commas and the like
          Pattern.compile(
              "(?i)((?:password|passwd|passphrase|secret|token|api[_-]?key|[?&]key)"
                  + IS
                  + "(?:"
                  + QUOTED
                  + "|[^\\s\"']+)"),
          // keys of AWS, and private keys
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*-----|$)"),
          // digits of a key; ids of traces and requests are shorter
          Pattern.compile("\\b[0-9a-fA-F]{40,}\\b"),
          // people's addresses; each is tried once, from its beginning
          Pattern.compile(
              "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),
          // ids of people and their sign-ins, and those in paths, which may be a person's
          Pattern.compile("(?i)(\\b(?:user|session) )[A-Za-z0-9_-]*\\d[A-Za-z0-9_-]*+"),
          Pattern.compile(
              "(/)(?:\\d++|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?![\\w.-])"));

  private final List<String> secrets;

  /**
   * Knows secrets.
   *
   * @param values settings that are secret, or that are addresses with a secret in them
   */
  Redaction(Collection<String> values) {
    Set<String> all = new TreeSet<>();
    for (String value : values) {
      all.add(value);
      Matcher userInfo = USER_INFO.matcher(value);
      while (userInfo.find()) {
        String password = userInfo.group(1).replaceFirst("^[^:]*:?", "");
        all.add(password);
        all.add(decoded(password));
      }
    }
    // the longest first: one may be part of another
    this.secrets =
        all.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  /** The text without secrets. */
  String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, REMOVED);
    }
    clean = USER_INFO.matcher(clean).replaceAll(Matcher.quoteReplacement(REMOVED + "@"));
    for (Pattern form : FORMS) {
      clean =
          form.matcher(clean)
              .replaceAll(found ->
                  Matcher.quoteReplacement(
                      (found.groupCount() == 0 ? "" : found.group(1)) + REMOVED));
    }
    return clean;
  }
}
