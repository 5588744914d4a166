package dev.touchstone.judge.compile;

import dev.touchstone.judge.sandbox.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks an archive from a box. It is as untrusted as the program that wrote it. */
public final class ArtifactArchive {
  private static final int MOST_ENTRIES = 2000;
  static final long MOST_BYTES = 128L << 20;

  /** Of a name, in bytes: folders of the judge come before it. */
  private static final int LONGEST_NAME = 1000;

  private static final int LONGEST_PART = 255;
  private static final int BUFFER = 1 << 16;

  private ArtifactArchive() {}

  /** The archive is malformed or too large, or a name points outside the folder. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * Writes the files of an archive below a folder. A link to a file in the archive becomes that
   * file; other links, and devices, are left out.
   *
   * @throws Refused because of the archive
   * @throws IOException because of the disk
   */
  public static void unpack(Path archive, Path folder) throws IOException {
    unpack(archive, folder, MOST_BYTES);
  }

  /** The same for files that may have so many bytes in total. */
  static void unpack(Path archive, Path folder, long most) throws IOException {
    ArchiveLinks links = new ArchiveLinks(folder);
    long bytes = 0;
    int entries = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        bytes += Math.clamp(entry.getSize(), 0, 2 * most); // it may claim any number
        if (++entries > MOST_ENTRIES) {
          throw new Refused("The compiled program has more than " + MOST_ENTRIES + " files.");
        }
        requireSmall(bytes, most);
        if (entry.isSymbolicLink()) {
          links.addSymbolic(target(entry.getName(), folder), entry.getLinkName());
        } else if (entry.isLink()) {
          links.add(target(entry.getName(), folder), target(entry.getLinkName(), folder));
        } else if (entry.isFile() && !entry.isSparse()) {
          // A sparse entry claims a size that its bytes do not have.
          write(tar, entry, folder);
        }
      }
    }
    requireSmall(bytes + links.make(most - bytes), most);
    Folders.makeReadable(folder);
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    if (isTooLong(entry.getName())) {
      throw new Refused("The name of a file in the compiled program is too long.");
    }
    Path target = target(entry.getName(), folder);
    try {
      Files.createDirectories(target.getParent());
      try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = read(tar, buffer); read >= 0; read = read(tar, buffer)) {
          out.write(buffer, 0, read);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw malformed(e);
    }
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void requireSmall(long bytes, long most) throws Refused {
    if (bytes > most) {
      throw new Refused("The compiled program is larger than " + (most >> 20) + " MiB.");
    }
  }

  private static Path target(String name, Path folder) throws Refused {
    try {
      Path target = folder.resolve(name).normalize();
      if (target.startsWith(folder) && !target.equals(folder)) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw refused(
          "The judge can't create the file "
              + e.getInput()
              + " of the compiled program: its locale may not be UTF-8 (set LC_ALL=C.UTF-8).",
          e);
    }
    throw new Refused("A file name in the compiled program points outside its folder.");
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws Refused {
    try {
      return tar.getNextEntry();
    } catch (IOException | RuntimeException e) {
      throw malformed(e); // the library checks little, and fails in many ways
    }
  }

  private static int read(TarArchiveInputStream tar, byte[] buffer) throws Refused {
    try {
      return tar.read(buffer);
    } catch (IOException | RuntimeException e) {
      throw malformed(e);
    }
  }

  private static boolean isTooLong(String name) {
    return bytes(name) > LONGEST_NAME
        || Stream.of(name.split("/", -1)).anyMatch(part -> bytes(part) > LONGEST_PART);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Refused malformed(Exception cause) {
    return refused("The compiled program can't be read.", cause);
  }

  private static Refused refused(String message, Exception cause) {
    Refused refused = new Refused(message);
    refused.initCause(cause);
    return refused;
  }
}
