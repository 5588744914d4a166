package dev.touchstone.platform.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes whole folders. */
public final class Deletion {
  private Deletion() {}

  /**
   * Deletes a file, or a folder with its content. Links are deleted, not followed. Missing files
   * are ignored, even if they disappear meanwhile: another process may be deleting the same ones.
   *
   * @throws IOException if something can't be deleted; the rest may be there still
   */
  public static void delete(Path root) throws IOException {
    Files.walkFileTree(root, new Visitor());
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      unlessGone(failure);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      unlessGone(failure);
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }

    private static void unlessGone(@Nullable IOException failure) throws IOException {
      if (failure != null && !(failure instanceof NoSuchFileException)) {
        throw failure;
      }
    }
  }
}
