package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies the files that a program in C++ includes, and those that they include. */
final class IncludedHeaders {
  static final String FILES = "files/";
  private static final String TARGET = "output_validator/";
  static final String TESTLIB = "testlib.h";
  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \\t]*+#[ \\t]*+include[ \\t]*+[\"<]([^\"<>\\r\\n]{1,200})[\">]");

  private final Conversion conversion;
  private final Set<String> seen = new HashSet<>();

  IncludedHeaders(Conversion conversion) {
    this.conversion = conversion;
  }

  /** Copies what the source at a path needs; the source itself is elsewhere. */
  void copy(String source, String name) throws IOException {
    Deque<String> left = new ArrayDeque<>();
    left.push(source);
    seen.add(source);
    while (!left.isEmpty()) {
      String path = left.pop();
      String text = conversion.source(path);
      Matcher include = INCLUDE.matcher(text);
      while (include.find()) {
        Optional<String> found = find(path, include.group(1));
        if (found.isEmpty() && include.group(1).equals(TESTLIB)) {
          conversion.fault(FILES + TESTLIB, "is missing, though the " + name + " needs it");
        }
        if (found.isPresent() && seen.add(found.get())) {
          conversion.copy(found.get(), TARGET + withinFiles(found.get()));
          left.push(found.get());
        }
      }
    }
  }

  /** Beside the file that includes it, or in the folder of all files. */
  private Optional<String> find(String from, String included) {
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    return Stream.of(folder + included, FILES + included)
        .map(path -> Path.of(path).normalize().toString())
        .filter(conversion::has)
        .findFirst();
  }

  private static String withinFiles(String path) {
    return path.startsWith(FILES) ? path.substring(FILES.length()) : path;
  }
}
