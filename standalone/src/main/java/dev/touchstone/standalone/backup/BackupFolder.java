package dev.touchstone.standalone.backup;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of backups. One process makes backups there at a time. A backup gets its name when it is
 * complete and on the disk. Not thread-safe.
 */
public final class BackupFolder implements AutoCloseable {
  private static final String PREFIX = "touchstone-";
  private static final String PLAIN = ".tar.zst";
  private static final String ENCRYPTED = ".tar.zst.gpg";
  private static final String PARTIAL = ".partial";
  private static final Pattern BACKUP =
      Pattern.compile("touchstone-[0-9]{8}T[0-9]{6}Z\\.tar\\.zst(\\.gpg)?");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final FileChannel lock;

  private BackupFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder, creating it where it is missing, and removes what a killed backup left.
   *
   * @throws ConfigurationException if it is not writable, or another backup is being made there
   */
  public static BackupFolder open(Path folder) {
    try {
      if (Files.notExists(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      FileChannel lock =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        lock.close();
        throw new ConfigurationException(
            "Another backup is being made in %s. Wait for its end.".formatted(folder));
      }
      BackupFolder opened = new BackupFolder(folder, lock);
      for (Path left : opened.files(name -> name.startsWith(PREFIX) && name.endsWith(PARTIAL))) {
        Files.delete(left);
      }
      return opened;
    } catch (IOException e) {
      throw new ConfigurationException(
          "The folder %s is not writable. Choose another with --to.".formatted(folder));
    }
  }

  /** A new file for a backup in the making, which only its owner can read. */
  public Path begin() throws IOException {
    return Files.createTempFile(
        folder,
        PREFIX,
        PARTIAL,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Gives a complete backup its name, which has the moment that it shows. */
  public Path complete(Path partial, Instant moment, boolean encrypted) throws IOException {
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path backup = folder.resolve(PREFIX + NAME.format(moment) + (encrypted ? ENCRYPTED : PLAIN));
    Files.move(partial, backup, StandardCopyOption.ATOMIC_MOVE);
    DurableFile.sync(folder);
    return backup;
  }

  /** The complete backups that are older than the newest so many, the oldest first. */
  public List<Path> olderThanNewest(int kept) throws IOException {
    List<Path> all = files(name -> BACKUP.matcher(name).matches());
    return all.subList(0, Math.max(0, all.size() - kept));
  }

  /** What stays for good and is no backup is never touched: names must match. */
  private List<Path> files(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> wanted.test(String.valueOf(file.getFileName())))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
