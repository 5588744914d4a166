package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks that links lead to files within the package. */
final class FileChecks {
  private final Path root;
  private final List<Fault> faults;

  FileChecks(Path root, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
  }

  void check() throws IOException {
    Path real = root.toRealPath();
    List<Path> links;
    try (Stream<Path> files = Files.walk(root)) {
      links = files.filter(Files::isSymbolicLink).toList();
    }
    for (Path link : links) {
      boolean inside = Files.exists(link) && link.toRealPath().startsWith(real);
      if (!inside) {
        faults.add(
            new Fault(
                root.relativize(link).toString(),
                "is a link that is broken or points outside the package"));
      }
    }
  }
}
