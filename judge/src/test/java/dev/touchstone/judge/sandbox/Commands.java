package dev.touchstone.judge.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What tests run in boxes: without input, with a folder that the program may write. */
final class Commands {
  private Commands() {}

  /**
   * A program that sees only the system.
   *
   * @param folder where the files of its output are made
   */
  static Command of(List<String> line, Path folder, RunLimits limits) {
    return new Command(
        line,
        Map.of("PATH", "/usr/bin:/bin"),
        Map.of(),
        true,
        Path.of("/dev/null"),
        folder.resolve("out"),
        folder.resolve("err"),
        limits);
  }
}
