package dev.touchstone.problempackage.archive;

import dev.touchstone.problempackage.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Unpacks an untrusted ZIP archive: nothing is written outside the folder, no link is made, and no
 * more is written than the limits allow, whatever the archive declares. Used once, by one thread.
 */
public final class ArchiveReader {
  private static final int BUFFER = 64 * 1024;

  /**
   * Deflate expands one byte to at most 1,032; an archive that grows more has overlapping entries.
   */
  private static final long LARGEST_RATIO = 1100;

  /** What Deflate can reach; other methods pack more, and hardly any program writes them. */
  private static final Set<Integer> METHODS =
      Set.of(
          ZipMethod.STORED.getCode(),
          ZipMethod.DEFLATED.getCode(),
          ZipMethod.ENHANCED_DEFLATED.getCode());

  private final ArchiveLimits limits;
  private final EntryPaths paths = new EntryPaths();
  private long packed;
  private long unpacked;

  /** Unpacks within the given limits. */
  public ArchiveReader(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks an archive into an empty folder.
   *
   * @throws ArchiveException if the archive is refused; what was unpacked until then remains
   * @throws IOException if the disk fails
   */
  public Unpacked unpack(Path archive, Path folder) throws ArchiveException, IOException {
    packed = Files.size(archive);
    if (packed > limits.packed()) {
      throw tooLarge(limits.packed(), "");
    }
    try (DirectoryChannel channel =
            new DirectoryChannel(Files.newByteChannel(archive), limits.files());
        ZipFile zip = open(channel)) {
      channel.directoryRead();
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > limits.files()) {
        throw tooMany();
      }
      for (ZipArchiveEntry entry : entries) {
        EntryPath path = EntryPath.of(EntryName.of(entry));
        requirePlain(entry, path);
        if (!path.isOfSystem()) {
          paths.add(path);
          unpack(zip, entry, path, target(folder, path));
        }
      }
    }
    return Unpacked.in(folder);
  }

  private ZipFile open(DirectoryChannel channel) throws ArchiveException {
    try {
      // Names and sizes in front of the contents are not trusted, so they are not read.
      return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | IllegalArgumentException e) {
      throw channel.exceeded() ? tooMany() : invalid();
    }
  }

  private static void requirePlain(ZipArchiveEntry entry, EntryPath path) throws ArchiveException {
    int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
    if (type != 0 && type != UnixStat.FILE_FLAG && type != UnixStat.DIR_FLAG) {
      throw new ArchiveException(
          ArchiveFault.LINK,
          path.name(),
          "is a link or another special file; an archive may contain only files and folders");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ArchiveException(
          ArchiveFault.ENCRYPTED, path.name(), "is encrypted; pack it without a password");
    }
    if (!path.folder() && !METHODS.contains(entry.getMethod())) {
      throw new ArchiveException(
          ArchiveFault.UNSUPPORTED,
          path.name(),
          "is compressed by method " + entry.getMethod() + ", which is not supported; use Deflate");
    }
  }

  private static Path target(Path folder, EntryPath path) throws ArchiveException {
    try {
      Path target = folder;
      for (String step : path.steps()) {
        target = target.resolve(step);
      }
      return target;
    } catch (InvalidPathException e) { // depends on the system's encoding of names
      throw new ArchiveException(
          ArchiveFault.UNSAFE_PATH, path.name(), "can't be stored on this system");
    }
  }

  private void unpack(ZipFile zip, ZipArchiveEntry entry, EntryPath path, Path target)
      throws ArchiveException, IOException {
    if (path.folder()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    try (CheckedInputStream in = new CheckedInputStream(contents(zip, entry), new CRC32());
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
        count(count);
        out.write(buffer, 0, count);
      }
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw invalid();
      }
    } catch (FileAlreadyExistsException e) { // on systems that treat more names as the same
      throw new ArchiveException(
          ArchiveFault.DUPLICATE_PATH, path.name(), "occurs twice in the archive");
    }
  }

  private void count(int bytes) throws ArchiveException {
    Interruption.check();
    unpacked += bytes;
    if (unpacked > limits.unpacked()) {
      throw tooLarge(limits.unpacked(), " unpacked");
    }
    if (unpacked / LARGEST_RATIO > packed) {
      throw new ArchiveException(
          ArchiveFault.TOO_LARGE,
          "",
          "the archive unpacks to over " + LARGEST_RATIO + " times its size");
    }
  }

  private static InputStream contents(ZipFile zip, ZipArchiveEntry entry) throws ArchiveException {
    try {
      InputStream contents = zip.getInputStream(entry);
      if (contents != null) {
        return contents;
      }
    } catch (IOException | IllegalArgumentException e) {
      // reported below
    }
    throw invalid();
  }

  /** A failure to read is the archive's, a failure to write is ours. */
  private static int read(InputStream in, byte[] buffer) throws ArchiveException {
    try {
      return in.read(buffer);
    } catch (IOException | IllegalArgumentException e) {
      throw invalid();
    }
  }

  private ArchiveException tooMany() {
    return new ArchiveException(
        ArchiveFault.TOO_MANY_FILES,
        "",
        "the archive contains more than " + limits.files() + " files and folders");
  }

  private static ArchiveException tooLarge(long bytes, String how) {
    return new ArchiveException(
        ArchiveFault.TOO_LARGE, "", "the archive is larger than " + (bytes >> 20) + " MiB" + how);
  }

  private static ArchiveException invalid() {
    return new ArchiveException(
        ArchiveFault.INVALID, "", "this is not a ZIP archive, or it is damaged");
  }
}
