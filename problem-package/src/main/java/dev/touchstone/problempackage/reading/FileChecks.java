package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Checks that links lead to files within the package. A broken one is a fault only where it is
 * needed to judge; one that leads out is a fault wherever it would be read.
 */
final class FileChecks {
  private final Path root;
  private final List<Fault> faults;

  FileChecks(Path root, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
  }

  void check() throws IOException {
    Path real = root.toRealPath();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isSymbolicLink()) {
              check(real, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void check(Path real, Path link) throws IOException {
    String name = root.relativize(link).toString();
    String top = String.valueOf(root.relativize(link).getName(0));
    if (!Files.exists(link)) {
      boolean needed = UnusedFiles.isNeededForJudging(top);
      faults.add(new Fault(name, 0, "is a link to a file that does not exist", !needed));
    } else if (!link.toRealPath().startsWith(real)) {
      boolean read = UnusedFiles.isRead(top);
      faults.add(new Fault(name, 0, "is a link that points outside the package", !read));
    }
  }
}
