package dev.touchstone.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Small files that exist completely or not at all, even if the process or the machine dies. */
public final class DurableFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> EVERYONE =
      PosixFilePermissions.fromString("rw-r--r--");

  private DurableFile() {}

  /** Writes a file that only its owner can read; replaces one of the same name. */
  public static void write(Path file, String text) throws IOException {
    write(file, text, OWNER_ONLY);
  }

  /** Writes a file that everyone can read; replaces one of the same name. */
  public static void writeReadable(Path file, String text) throws IOException {
    write(file, text, EVERYONE);
  }

  private static void write(Path file, String text, Set<PosixFilePermission> permissions)
      throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.setPosixFilePermissions(fresh, permissions); // whatever the process's mask is
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** Makes a change of a folder's entries, such as a rename, durable. */
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
