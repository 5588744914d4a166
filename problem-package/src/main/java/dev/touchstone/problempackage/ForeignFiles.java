package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files that are in a package's folder without being part of it. */
public final class ForeignFiles {
  /** Of Windows, macOS, and the tools that keep versions. */
  private static final Set<String> NAMES =
      Set.of(
          "__MACOSX",
          "Thumbs.db",
          "desktop.ini",
          ".DS_Store",
          ".git",
          ".gitignore",
          ".gitattributes",
          ".gitkeep",
          ".gitmodules",
          ".svn",
          ".hg",
          "__pycache__");

  private ForeignFiles() {}

  /** Whether a system or tool put the file there, so that its author need not know of it. */
  public static boolean isOfSystem(Path file) {
    String name = String.valueOf(file.getFileName());
    return NAMES.contains(name) || name.startsWith("._");
  }

  /** Whether the format leaves a file out by its name, or a system put it there. */
  public static boolean isLeftOut(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") || name.startsWith("-") || isOfSystem(file);
  }

  /** The regular files of a folder and those below it that are not left out, in order. */
  public static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> !isLeftOutBelow(folder, file))
          .sorted()
          .toList();
    }
  }

  private static boolean isLeftOutBelow(Path folder, Path file) {
    for (Path step : folder.relativize(file)) {
      if (!step.toString().isEmpty() && isLeftOut(step)) {
        return true;
      }
    }
    return false;
  }
}
