package dev.touchstone.judge.compile;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the standard headers that a source includes before anything else. The standard lets a
 * program include them in any order, so a compiler may read these before the source. The first line
 * that is neither such an include nor a comment ends the search: it may define or check a macro.
 */
final class LeadingHeaders {
  /** Includes all others. */
  static final String ALL = "bits/stdc++.h";

  /** The headers of C++23 with those of C; angle brackets never find a file of the submission. */
  private static final Set<String> STANDARD =
      Set.of(
          ALL,
          "algorithm",
          "any",
          "array",
          "atomic",
          "barrier",
          "bit",
          "bitset",
          "cassert",
          "cctype",
          "cerrno",
          "cfenv",
          "cfloat",
          "charconv",
          "chrono",
          "cinttypes",
          "climits",
          "clocale",
          "cmath",
          "codecvt",
          "compare",
          "complex",
          "concepts",
          "condition_variable",
          "coroutine",
          "csetjmp",
          "csignal",
          "cstdarg",
          "cstddef",
          "cstdint",
          "cstdio",
          "cstdlib",
          "cstring",
          "ctime",
          "cuchar",
          "cwchar",
          "cwctype",
          "deque",
          "exception",
          "execution",
          "expected",
          "filesystem",
          "format",
          "forward_list",
          "fstream",
          "functional",
          "future",
          "generator",
          "initializer_list",
          "iomanip",
          "ios",
          "iosfwd",
          "iostream",
          "istream",
          "iterator",
          "latch",
          "limits",
          "list",
          "locale",
          "map",
          "memory",
          "memory_resource",
          "mutex",
          "new",
          "numbers",
          "numeric",
          "optional",
          "ostream",
          "print",
          "queue",
          "random",
          "ranges",
          "ratio",
          "regex",
          "scoped_allocator",
          "semaphore",
          "set",
          "shared_mutex",
          "source_location",
          "span",
          "spanstream",
          "sstream",
          "stack",
          "stacktrace",
          "stdexcept",
          "stdfloat",
          "stop_token",
          "streambuf",
          "string",
          "string_view",
          "strstream",
          "syncstream",
          "system_error",
          "thread",
          "tuple",
          "type_traits",
          "typeindex",
          "typeinfo",
          "unordered_map",
          "unordered_set",
          "utility",
          "valarray",
          "variant",
          "vector",
          "version",
          "ctype.h",
          "float.h",
          "inttypes.h",
          "limits.h",
          "math.h",
          "stdint.h",
          "stdio.h",
          "stdlib.h",
          "string.h",
          "time.h");

  private static final Pattern INCLUDE = Pattern.compile("#\\h*include\\h*<([^<>\\n]+)>");

  private final String text;
  private int position;
  private boolean lineBegins = true;

  private LeadingHeaders(String text) {
    this.text = text;
  }

  /** The headers, in alphabetical order; if {@link #ALL} is among them, just that. */
  static Set<String> of(byte[] source) {
    LeadingHeaders search = new LeadingHeaders(new String(source, StandardCharsets.ISO_8859_1));
    Set<String> headers = search.headers();
    // A backslash joins lines, also that of a comment with the next.
    if (search.text.lastIndexOf('\\', search.position) >= 0) {
      return Set.of();
    }
    return headers.contains(ALL) ? Set.of(ALL) : headers;
  }

  private Set<String> headers() {
    Set<String> headers = new TreeSet<>();
    while (position < text.length()) {
      char next = text.charAt(position);
      if (text.startsWith("//", position)) {
        position = after("\n", 0);
      } else if (text.startsWith("/*", position)) {
        position = after("*/", 2);
      } else if (Character.isWhitespace(next)) {
        lineBegins |= next == '\n';
        position++;
      } else if (next != '#' || !lineBegins || !include(headers)) {
        break;
      }
    }
    return headers;
  }

  private boolean include(Set<String> headers) {
    Matcher include = INCLUDE.matcher(text).region(position, text.length());
    if (!include.lookingAt() || !STANDARD.contains(include.group(1))) {
      return false;
    }
    headers.add(include.group(1));
    position = include.end();
    lineBegins = false;
    return true;
  }

  /** The place after the next end of a comment; a line's own end begins the next line. */
  private int after(String end, int from) {
    int found = text.indexOf(end, position + from);
    if (found < 0) {
      return text.length();
    }
    return end.equals("\n") ? found : found + end.length();
  }
}
