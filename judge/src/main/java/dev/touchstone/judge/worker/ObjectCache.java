package dev.touchstone.judge.worker;

import dev.touchstone.platform.http.ServiceClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Files of exercises on disk, by their SHA-256 digest, each fetched once. Packages hold hard links
 * to them, so they must not be written to. Thread-safe.
 */
final class ObjectCache {
  private static final String PART = "fresh-";
  private final ServiceClient exercises;
  private final Path folder;

  ObjectCache(ServiceClient exercises, Path folder) throws IOException {
    this.exercises = exercises;
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Links a file to another name, fetching it if it is missing or does not match its digest.
   *
   * @throws IOException if the disk fails, or the file arrives damaged
   */
  void link(String digest, Path name) throws IOException {
    try {
      linkOnce(digest, name);
    } catch (NoSuchFileException e) { // it was removed as unused meanwhile
      linkOnce(digest, name);
    }
  }

  private void linkOnce(String digest, Path name) throws IOException {
    Path object = folder.resolve(digest);
    if (!Files.exists(object) || !digestOf(object).equals(digest)) {
      fetch(digest, object);
    }
    Files.setPosixFilePermissions(object, PosixFilePermissions.fromString("r--r--r--"));
    Files.createLink(name, object);
  }

  /** What all files take on disk. */
  long bytes() throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        try {
          bytes += Files.size(file);
        } catch (NoSuchFileException e) {
          // It was removed meanwhile.
        }
      }
    }
    return bytes;
  }

  /** Removes files that no package links to, and incomplete files; only while none is fetched. */
  void removeUnlinked() throws IOException {
    removeUnlinked(_ -> true);
  }

  /** Removes files that no package links to, and spares those that are being fetched. */
  void removeUnused() throws IOException {
    removeUnlinked(file -> !String.valueOf(file.getFileName()).startsWith(PART));
  }

  private void removeUnlinked(DirectoryStream.Filter<Path> which) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, which)) {
      for (Path file : files) {
        try {
          if ((Integer) Files.getAttribute(file, "unix:nlink") == 1) {
            Files.deleteIfExists(file);
          }
        } catch (NoSuchFileException e) {
          // It was removed meanwhile.
        }
      }
    }
  }

  private void fetch(String digest, Path object) throws IOException {
    Path fresh = Files.createTempFile(folder, PART, "");
    try {
      MessageDigest sha256 = sha256();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(fresh), sha256)) {
        if (!exercises.download("/internal/v1/objects/" + digest, out)) {
          throw new IOException("The object " + digest + " does not exist.");
        }
      }
      if (!hex(sha256).equals(digest)) {
        throw new IOException("The object " + digest + " arrived damaged.");
      }
      Files.move(fresh, object, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String digestOf(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return hex(sha256);
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
