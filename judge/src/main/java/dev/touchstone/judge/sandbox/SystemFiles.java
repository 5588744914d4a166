package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The programs, libraries and settings of this machine that a box sees, read-only and under the
 * same paths.
 *
 * @param links such as {@code /bin}, with what they point to
 * @param folders that are shown as they are
 * @param settings files and folders of {@code /etc} that programs need to start; not all exist
 */
record SystemFiles(Map<Path, Path> links, List<Path> folders, List<Path> settings) {
  /** The host name inside a box. */
  static final String HOST_NAME = "box";

  private static final List<String> TOP = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");
  private static final List<String> SETTINGS =
      List.of("alternatives", "ld.so.cache", "localtime", "fpc.cfg", "R", "ghc");

  static SystemFiles find() {
    Map<Path, Path> links = new TreeMap<>();
    List<Path> folders = new ArrayList<>(List.of(Path.of("/usr")));
    for (String name : TOP) {
      Path folder = Path.of("/", name);
      if (Files.isSymbolicLink(folder)) {
        links.put(folder, target(folder));
      } else if (Files.isDirectory(folder)) {
        folders.add(folder);
      }
    }
    Path java = Path.of(System.getProperty("java.home"));
    if (!java.startsWith("/usr")) {
      folders.add(java);
    }
    return new SystemFiles(
        links, folders, SETTINGS.stream().map(name -> Path.of("/etc", name)).toList());
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
