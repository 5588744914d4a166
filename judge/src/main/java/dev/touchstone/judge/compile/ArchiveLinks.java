package dev.touchstone.judge.compile;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links of an archive. A link to one of its files becomes another name of the file, so that
 * there is never a link in the folder that could point outside. Links to folders, to nothing and to
 * places outside are left out.
 */
final class ArchiveLinks {
  /** Links to links, as Linux limits them. */
  private static final int MOST_STEPS = 40;

  private final Path folder;
  private final Map<Path, Path> links = new LinkedHashMap<>();

  ArchiveLinks(Path folder) {
    this.folder = folder;
  }

  /** Adds a symbolic link, whose text is relative to its own place. */
  void addSymbolic(Path link, String text) {
    try {
      Path target = link.resolveSibling(text).normalize();
      if (target.startsWith(folder) && !Path.of(text).isAbsolute()) {
        add(link, target);
      }
    } catch (InvalidPathException e) {
      // There is no such file.
    }
  }

  /** Adds a link to a path below the folder. */
  void add(Path link, Path target) {
    links.put(link, target);
  }

  /**
   * Makes the links, when all files are there. Whoever copies the folder copies a file once for
   * each of its names, so links count like files.
   *
   * @param mostBytes where it stops
   * @return the size of all links; more than the most if there was no room for all
   */
  long make(long mostBytes) throws IOException {
    long bytes = 0;
    for (Path link : links.keySet()) {
      Path file = file(link);
      if (file != null) {
        bytes += Files.size(file);
        if (bytes > mostBytes) {
          return bytes;
        }
        try {
          Files.createDirectories(link.getParent());
          Files.createLink(link, file);
        } catch (FileSystemException e) {
          // The archive has a file of this name, too, or the name is too long.
        }
      }
    }
    return bytes;
  }

  private @Nullable Path file(Path link) {
    Path at = link;
    for (int step = 0; step < MOST_STEPS; step++) {
      Path next = links.get(at);
      if (next == null) {
        return Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS) ? at : null;
      }
      at = next;
    }
    return null;
  }
}
