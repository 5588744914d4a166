package dev.touchstone.platformdata.backup;

import com.github.luben.zstd.ZstdInputStream;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.object.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a backup to its end, and with that checks the whole of it. Not thread-safe. */
public final class BackupReader {
  /**
   * The first bytes of zstd (RFC 8878, section 3.1.1), as a backup begins that is not encrypted.
   */
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private static final String NO_BACKUP = "This is not a backup of Touchstone, or it is damaged.";

  private static final int BUFFER = 1 << 16;

  private final @Nullable Path target;
  private final LongConsumer progress;
  private final List<Manifest.Entry> found = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER];
  private long read;

  private BackupReader(@Nullable Path target, LongConsumer progress) {
    this.target = target;
    this.progress = progress;
  }

  /** Whether a passphrase is needed for a backup. */
  public static boolean isEncrypted(Path backup) throws IOException {
    try (InputStream in = Files.newInputStream(backup)) {
      return !Arrays.equals(in.readNBytes(ZSTD.length), ZSTD);
    }
  }

  /**
   * Checks every byte, and writes nothing.
   *
   * @param backup is read to its end and closed
   * @param passphrase of an encrypted backup
   * @param progress receives the number of bytes read so far, after each file
   * @throws BackupException if the file is not a whole backup
   */
  public static Manifest check(
      InputStream backup, Optional<Secret> passphrase, LongConsumer progress) throws IOException {
    return new BackupReader(null, progress).read(backup, passphrase);
  }

  /** The same, and writes the content into a folder that exists and is empty. */
  public static Manifest extract(
      InputStream backup, Optional<Secret> passphrase, Path target, LongConsumer progress)
      throws IOException {
    return new BackupReader(target, progress).read(backup, passphrase);
  }

  private Manifest read(InputStream backup, Optional<Secret> passphrase) throws IOException {
    SourceStream source = new SourceStream(backup);
    try (InputStream file = new BufferedInputStream(source);
        InputStream inner =
            passphrase.isPresent() ? OpenPgp.decrypt(file, passphrase.get()) : file;
        InputStream content = new ZstdInputStream(inner);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(content, StandardCharsets.UTF_8.name())) {
      Manifest manifest = entries(tar);
      // To the end, where an encrypted file shows whether it was changed.
      content.transferTo(OutputStream.nullOutputStream());
      inner.transferTo(OutputStream.nullOutputStream());
      return manifest;
    } catch (UncheckedIOException e) {
      throw e.getCause(); // the target can't be written
    } catch (IOException | RuntimeException e) { // as the libraries report what is damaged
      source.requireRead();
      if (e instanceof BackupException known) {
        throw known;
      }
      throw new BackupException(NO_BACKUP + " " + reason(e), e);
    }
  }

  private static String reason(Exception failure) {
    return Optional.ofNullable(failure.getMessage()).map(text -> "(" + text + ")").orElse("");
  }

  private Manifest entries(TarArchiveInputStream tar) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (entry.getName().equals(Manifest.NAME)) {
        Manifest manifest = manifest(tar.readAllBytes());
        compare(manifest);
        return manifest;
      }
      if (entry.isDirectory()) {
        folder(entry);
      } else if (entry.isFile()) {
        file(entry, tar);
      } else {
        throw new BackupException(NO_BACKUP + " (" + entry.getName() + " is not a plain file.)");
      }
    }
    throw new BackupException("The backup is incomplete: its end is missing.");
  }

  private void folder(TarArchiveEntry entry) throws IOException {
    Optional<Path> folder = place(entry.getName());
    if (folder.isPresent()) {
      writing(() -> {
        Files.createDirectories(folder.get());
        Files.setPosixFilePermissions(folder.get(), FileMode.permissions(entry.getMode()));
      });
    }
  }

  private void file(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    Optional<Path> file = place(entry.getName());
    MessageDigest sha256 = Digest.start();
    long size = 0;
    try (OutputStream out =
        file.isPresent() ? create(file.get()) : OutputStream.nullOutputStream()) {
      for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
        int length = count;
        sha256.update(buffer, 0, length);
        writing(() -> out.write(buffer, 0, length));
        size += length;
      }
    }
    if (file.isPresent()) {
      writing(
          () -> Files.setPosixFilePermissions(file.get(), FileMode.permissions(entry.getMode())));
    }
    found.add(new Manifest.Entry(entry.getName(), size, Digest.end(sha256)));
    read += size;
    progress.accept(read);
  }

  private static OutputStream create(Path file) throws IOException {
    try {
      Files.createDirectories(file.resolveSibling(""));
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new BackupException(NO_BACKUP + " (" + file.getFileName() + " is there twice.)", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What goes wrong here is not the backup's fault. */
  private static void writing(Writing work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /** Where an entry goes, if it goes anywhere; never outside the folder. */
  private Optional<Path> place(String name) throws IOException {
    Path relative = Path.of(name);
    if (relative.isAbsolute()
        || !relative.equals(relative.normalize())
        || relative.startsWith("..")
        || name.isEmpty()) {
      throw new BackupException(NO_BACKUP + " (" + name + " leads outside.)");
    }
    return Optional.ofNullable(target).map(folder -> folder.resolve(relative));
  }

  private static Manifest manifest(byte[] json) throws IOException {
    try {
      Manifest manifest = Json.TOLERANT.readValue(json, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BackupException(
            "The backup was made by a newer version of Touchstone (format %d; this one supports %d)."
                .formatted(manifest.format(), Manifest.FORMAT));
      }
      return manifest;
    } catch (JacksonException e) {
      throw new BackupException(NO_BACKUP, e);
    }
  }

  private void compare(Manifest manifest) throws IOException {
    for (int i = 0; i < Math.min(found.size(), manifest.files().size()); i++) {
      if (!found.get(i).equals(manifest.files().get(i))) {
        throw new BackupException(
            "The backup is damaged: %s is not as it was backed up.".formatted(found.get(i).name()));
      }
    }
    if (found.size() != manifest.files().size()) {
      throw new BackupException("The backup is damaged: files are missing or too many.");
    }
  }
}
