package dev.touchstone.platformdata.backup;

import com.github.luben.zstd.ZstdOutputStream;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.object.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A backup in the making: a tar archive, compressed with zstd and, with a passphrase, encrypted as
 * OpenPGP. Nothing of it is ever on the disk in another form. Not thread-safe.
 */
public final class BackupWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Of a file that only its owner reads. */
  private static final int OWNER_ONLY = 0600;

  private final TarArchiveOutputStream tar;
  private final LongConsumer progress;
  private final List<Manifest.Entry> files = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER];
  private long written;

  private BackupWriter(TarArchiveOutputStream tar, LongConsumer progress) {
    this.tar = tar;
    this.progress = progress;
  }

  /**
   * Begins a backup.
   *
   * @param progress receives the number of bytes read so far, after each file
   */
  public static BackupWriter to(
      OutputStream out, Optional<Secret> passphrase, LongConsumer progress) throws IOException {
    OutputStream inner = passphrase.isPresent() ? OpenPgp.encrypt(out, passphrase.get()) : out;
    TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new ZstdOutputStream(inner), StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    return new BackupWriter(tar, progress);
  }

  /** Adds a folder without its content. */
  public void folder(String name, Path folder) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name + "/");
    entry.setMode(mode(folder));
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /**
   * Adds a file, unless it is gone. It may change meanwhile: what it is short of is filled with
   * zeros, because the archive names its size before its content.
   */
  public void file(String name, Path file) throws IOException {
    try {
      add(name, file, false);
    } catch (NoSuchFileException e) {
      // A server that works removes files; what it needs of them is in its log.
    }
  }

  /**
   * Adds a file that nobody changes any more.
   *
   * @throws IOException if it is gone or shorter than it was
   */
  public void finished(String name, Path file) throws IOException {
    add(name, file, true);
  }

  private void add(String name, Path file, boolean finished) throws IOException {
    // A backup by root must not follow a link that the services' user puts there.
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      long size = Files.size(file);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setMode(mode(file));
      entry.setModTime(Files.getLastModifiedTime(file));
      entry.setSize(size);
      tar.putArchiveEntry(entry);
      MessageDigest digest = Digest.start();
      for (long left = size; left > 0; ) {
        int count = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
        if (count == 0) {
          if (finished) {
            throw new IOException("The file %s became shorter while it was read.".formatted(file));
          }
          count = (int) Math.min(BUFFER, left);
          Arrays.fill(buffer, 0, count, (byte) 0);
        }
        tar.write(buffer, 0, count);
        digest.update(buffer, 0, count);
        left -= count;
      }
      tar.closeArchiveEntry();
      files.add(new Manifest.Entry(name, size, Digest.end(digest)));
      written += size;
      progress.accept(written);
    }
  }

  /** Adds a file with the given content. */
  public void text(String name, String text) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file with the given content. */
  public void bytes(String name, byte[] bytes) throws IOException {
    put(name, bytes);
    MessageDigest digest = Digest.start();
    digest.update(bytes);
    files.add(new Manifest.Entry(name, bytes.length, Digest.end(digest)));
  }

  /** Adds the manifest. Nothing may follow. */
  public void finish(Instant createdAt, List<DatabaseFigures> databases) throws IOException {
    Manifest manifest = new Manifest(Manifest.FORMAT, createdAt, databases, files);
    put(Manifest.NAME, Json.MAPPER.writeValueAsBytes(manifest));
    tar.finish();
  }

  private void put(String name, byte[] bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(OWNER_ONLY);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private static int mode(Path path) throws IOException {
    return FileMode.of(Files.getPosixFilePermissions(path));
  }
}
