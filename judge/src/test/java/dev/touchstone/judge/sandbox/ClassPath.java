package dev.touchstone.judge.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The class path of the tests, laid out in another place for a separate process. */
public final class ClassPath {
  private ClassPath() {}

  /**
   * Copies all that is on the class path.
   *
   * @param folder where to, which is made
   * @param archived whether folders of classes become jars
   * @return the class path of the copies
   */
  public static String copy(Path folder, boolean archived) throws IOException {
    Files.createDirectories(folder);
    List<String> copies = new ArrayList<>();
    for (String entry : entries()) {
      Path source = Path.of(entry);
      Path target = folder.resolve(copies.size() + ".jar");
      if (archived && Files.isDirectory(source)) {
        archive(source, target);
      } else if (Files.exists(source)) {
        copyTree(source, target);
      }
      copies.add(target.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  /** The jars and folders of classes on it. */
  static List<String> entries() {
    String path =
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    return List.of(path.split(File.pathSeparator, -1));
  }

  private static void archive(Path classes, Path target) {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    int status =
        jar.run(System.out, System.err, "-cf", target.toString(), "-C", classes.toString(), ".");
    if (status != 0) {
      throw new UncheckedIOException(new IOException("jar failed for " + classes));
    }
  }

  private static void copyTree(Path source, Path target) throws IOException {
    try (Stream<Path> tree = Files.walk(source)) {
      for (Path path : tree.toList()) {
        Path to = path.equals(source) ? target : target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(to);
        } else {
          Files.copy(path, to);
        }
      }
    }
  }
}
