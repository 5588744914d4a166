package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids of the languages that the judge comes with. An operator may add others, so another id is
 * only a warning; but most often it is a slip, and the exercise can't be solved.
 */
final class KnownLanguages {
  private static final Set<String> IDS =
      Set.of(
          "bash",
          "c",
          "cpp",
          "cpp17",
          "cpp23",
          "csharp",
          "go",
          "haskell",
          "java",
          "javascript",
          "kotlin",
          "lua",
          "ocaml",
          "pascal",
          "perl",
          "php",
          "pypy3",
          "python3",
          "r",
          "ruby",
          "rust",
          "typescript");

  private static final String ALL = "default";

  private KnownLanguages() {}

  /** Warns of ids in a list of languages. */
  static void check(YamlFile file, List<String> languages) {
    List<String> unknown = languages.stream().filter(id -> !IDS.contains(id)).distinct().toList();
    if (!unknown.isEmpty()) {
      file.warn("languages", "names " + String.join(", ", unknown) + message());
    }
  }

  /** Warns of folders that are named after a language. */
  static void check(Path root, List<Fault> faults) throws IOException {
    for (String parent : List.of("include", "starter", "attachments/templates")) {
      if (Files.isDirectory(root.resolve(parent))) {
        for (Path folder : PackageReader.children(root.resolve(parent))) {
          String id = String.valueOf(folder.getFileName());
          if (!IDS.contains(id) && !id.equals(ALL)) {
            faults.add(Fault.warning(parent + "/" + id, "is for " + id + message()));
          }
        }
      }
    }
  }

  private static String message() {
    return ", which is none of the judge's languages: " + String.join(", ", new TreeSet<>(IDS));
  }
}
