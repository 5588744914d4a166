package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders of ours; links in them are removed, not followed. */
public final class Folders {
  private Folders() {}

  /** Removes a file, or a folder with all that is in it; one that is missing is fine. */
  public static void delete(Path root) {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      List<Path> paths;
      try (Stream<Path> tree = Files.walk(root)) {
        paths = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new SandboxException("The folder " + root + " can't be removed.", e);
    }
  }
}
