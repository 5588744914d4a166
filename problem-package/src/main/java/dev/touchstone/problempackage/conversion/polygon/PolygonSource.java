package dev.touchstone.problempackage.conversion.polygon;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type of source as Polygon names it, such as {@code cpp.g++17}, or a pattern for such types. */
record PolygonSource(String type) {
  /** The languages of the platform, by the first part of a type. */
  private static final Map<String, List<String>> LANGUAGES =
      Map.ofEntries(
          Map.entry("c", List.of("c")),
          Map.entry("cpp", List.of("cpp", "cpp17", "cpp23")),
          Map.entry("java", List.of("java")),
          Map.entry("kotlin", List.of("kotlin")),
          Map.entry("python", List.of("python3", "pypy3")),
          Map.entry("pypy", List.of("pypy3")),
          Map.entry("pas", List.of("pascal")),
          Map.entry("csharp", List.of("csharp")),
          Map.entry("go", List.of("go")),
          Map.entry("rust", List.of("rust")),
          Map.entry("haskell", List.of("haskell")),
          Map.entry("ocaml", List.of("ocaml")),
          Map.entry("perl", List.of("perl")),
          Map.entry("php", List.of("php")),
          Map.entry("ruby", List.of("ruby")),
          Map.entry("js", List.of("javascript")));

  /** The ids of the platform's languages; empty if there is none. */
  List<String> languages() {
    return LANGUAGES.getOrDefault(family(), List.of());
  }

  /** The extension of a checker that can be built; empty for other languages. */
  Optional<String> checkerExtension() {
    return switch (family()) {
      case "", "cpp" -> Optional.of("cpp");
      case "python", "pypy" -> Optional.of("py");
      case "kotlin" -> Optional.of("kt");
      default -> Optional.empty();
    };
  }

  /** The letters before the version, or before the star of a pattern. */
  private String family() {
    int end = 0;
    while (end < type.length() && Character.isLetter(type.charAt(end))) {
      end++;
    }
    return type.substring(0, end);
  }
}
