package dev.touchstone.problempackage.archive;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks ZIP archives that nobody has looked at yet. */
public final class PackageArchive {
  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 2L << 30;

  private PackageArchive() {}

  /**
   * Unpacks an archive below a folder.
   *
   * @throws PackageException if it is no archive, too large, or names a place outside
   */
  public static void unpack(Path archive, Path folder) throws PackageException, IOException {
    String name = String.valueOf(archive.getFileName());
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      if (zip.size() > MOST_FILES) {
        throw fault(name, "holds more than " + MOST_FILES + " files");
      }
      long left = MOST_BYTES;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        left = unpack(zip, entries.nextElement(), folder, left);
        if (left < 0) {
          throw fault(name, "holds more than " + (MOST_BYTES >> 20) + " MiB");
        }
      }
    } catch (ZipException e) {
      throw fault(name, "is no ZIP archive, or damaged: " + e.getMessage());
    }
  }

  /** The sizes that an archive states are not believed: bytes are counted as they come. */
  private static long unpack(ZipFile zip, ZipEntry entry, Path folder, long left)
      throws PackageException, IOException {
    Path target = target(entry.getName(), folder);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return left;
    }
    Files.createDirectories(target.getParent());
    long rest = left;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0 && rest >= 0; read = in.read(buffer)) {
        rest -= read;
        out.write(buffer, 0, read);
      }
    } catch (FileAlreadyExistsException e) {
      throw fault(entry.getName(), "is in the archive twice");
    }
    return rest;
  }

  private static Path target(String name, Path folder) throws PackageException {
    try {
      Path target = folder.resolve(name.replace('\\', '/')).normalize();
      if (target.startsWith(folder)) {
        return target;
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw fault(name, "is no path within the package");
  }

  private static PackageException fault(String file, String message) {
    return new PackageException(List.of(new Fault(file, message)));
  }
}
