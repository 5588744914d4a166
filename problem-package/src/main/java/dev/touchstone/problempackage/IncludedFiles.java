package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code include}: {@code default} for every language, overlaid by the language's own. */
final class IncludedFiles {
  private IncludedFiles() {}

  static Map<String, Path> of(Path root, String language) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (String name : List.of("default", language)) {
      Path folder = root.resolve("include").resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> tree = Files.walk(folder)) {
          tree.filter(Files::isRegularFile)
              .forEach(file -> files.put(folder.relativize(file).toString(), file));
        }
      }
    }
    return files;
  }
}
