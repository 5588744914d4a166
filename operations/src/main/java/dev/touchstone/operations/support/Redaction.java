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

  private static final List<Pattern> FORMS =
      List.of(
          // tokens of JSON Web Token's form, with or without "Bearer"
          Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){0,4}"),
          Pattern.compile("(?i)(?<=bearer )[A-Za-z0-9._~+/=-]{8,}"),
          // password=…, "token": "…", X-Api-Key: …
          Pattern.compile(
              "(?i)(?<=(?:password|passwd|secret|token|api[_-]?key|[?&]key|authorization|cookie)[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)[^\\s\"'&,;}]{4,}"),
          // keys of AWS, and private keys
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*-----|$)"),
          // digits of a key; ids of traces and requests are shorter
          Pattern.compile("\\b[0-9a-fA-F]{40,}\\b"),
          // people's addresses
          Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"));

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
      clean = form.matcher(clean).replaceAll(Matcher.quoteReplacement(REMOVED));
    }
    return clean;
  }
}
