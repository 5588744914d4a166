package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code include}: {@code default} for every language, overlaid by the language's own. */
final class IncludedFiles {
  private IncludedFiles() {}

  static Map<String, Path> of(Path root, String language) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (String name : List.of("default", language)) {
      Path folder = root.resolve("include").resolve(name);
      if (Files.isDirectory(folder)) {
        for (Path file : ForeignFiles.filesOf(folder)) {
          files.put(folder.relativize(file).toString(), file);
        }
      }
    }
    return files;
  }
}
