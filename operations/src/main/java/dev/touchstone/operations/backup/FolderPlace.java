package dev.touchstone.operations.backup;

import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Backups in a folder, readable by their owner only. */
final class FolderPlace implements Place {
  private final Path root;

  FolderPlace(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Upload begin(String name) throws IOException {
    Path file = root.resolve(name);
    Path folder = file.resolveSibling("");
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    WorkFolder work = WorkFolder.in(folder);
    Path unfinished = work.path().resolve("content");
    OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW);
    return new Upload() {
      @Override
      public OutputStream stream() {
        return out;
      }

      @Override
      public void complete() throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.sync(folder);
      }

      @Override
      public void close() throws IOException {
        try (work) {
          out.close();
        }
      }
    };
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(root.resolve(name));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(root.resolve(name));
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return root + "/";
  }
}
