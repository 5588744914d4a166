package dev.touchstone.platformdata.object;

import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Objects as files {@code ab/cdef…} in a folder. A file gets its name only when its contents are on
 * the disk, so a crash leaves at most a nameless temporary file. Several processes may share the
 * folder.
 */
public final class FolderObjectStore implements ObjectStore {
  private final Path root;

  /** Keeps objects in the given folder, creating it if it is missing. */
  public FolderObjectStore(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  @Override
  public void put(String digest, Path file) throws IOException {
    Path object = path(digest);
    if (Files.exists(object)) {
      return;
    }
    Path folder = object.resolveSibling("");
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      DurableFile.sync(root);
    }
    Path fresh = Files.createTempFile(folder, "fresh-", ".tmp");
    try {
      copy(file, fresh, digest);
      Files.move(fresh, object, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    DurableFile.sync(folder);
  }

  @Override
  public Optional<InputStream> open(String digest) throws IOException {
    try {
      return Optional.of(new VerifiedStream(Files.newInputStream(path(digest)), digest));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void list(Consumer<String> digests) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path folder : folders) {
        try (DirectoryStream<Path> objects = Files.newDirectoryStream(folder)) {
          for (Path object : objects) {
            String digest = String.valueOf(folder.getFileName()) + object.getFileName();
            if (Digest.isDigest(digest)) { // others are being written
              digests.accept(digest);
            }
          }
        }
      }
    }
  }

  @Override
  public void delete(String digest) throws IOException {
    Files.deleteIfExists(path(digest));
  }

  @Override
  public void check() throws IOException {
    if (!Files.isWritable(root)) {
      throw new IOException("The folder of the object store is not writable.");
    }
  }

  @Override
  public void close() {}

  private Path path(String digest) {
    if (!Digest.isDigest(digest)) {
      throw new IllegalArgumentException("no digest");
    }
    return root.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
  }

  private static void copy(Path file, Path fresh, String digest) throws IOException {
    MessageDigest sha256 = Digest.start();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256);
        FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      in.transferTo(out);
      channel.force(true);
    }
    if (!Digest.end(sha256).equals(digest)) {
      throw new IOException("The file " + file + " changed while it was stored.");
    }
  }
}
