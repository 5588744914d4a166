package dev.touchstone.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the built project: what a start needs of it. */
final class Installation {
  private static final List<String> PARTS =
      List.of(
          "scripts",
          "standalone/target/lib",
          "standalone/target/standalone.jar",
          "judge/target/lib",
          "judge/target/judge.jar");

  private Installation() {}

  /** Copies it into a new folder, with the exercises of the tests as the starter exercises. */
  static Path copy(Path target) throws IOException {
    for (String part : PARTS) {
      copy(Program.HOME.resolve(part), target.resolve(part));
    }
    copy(Exercises.FOLDER, target.resolve("exercises/starter"));
    return target;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
