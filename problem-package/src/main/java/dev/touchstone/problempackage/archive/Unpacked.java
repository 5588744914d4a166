package dev.touchstone.problempackage.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The package that an archive contained.
 *
 * @param root the folder of the package
 * @param name what that folder was called in the archive; empty if the files were not in one
 */
public record Unpacked(Path root, String name) {
  /** Many archives contain one folder with the package in it. */
  static Unpacked in(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> first = children.limit(2).toList();
      return first.size() == 1 && Files.isDirectory(first.getFirst())
          ? new Unpacked(first.getFirst(), String.valueOf(first.getFirst().getFileName()))
          : new Unpacked(folder, "");
    }
  }
}
