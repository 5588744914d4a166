package dev.touchstone.platformdata.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a backup that can't be read. */
class BackupReaderTest {
  /** How a file begins that is encrypted with a passphrase (RFC 4880, section 5.3). */
  private static final byte[] ENCRYPTED = {(byte) 0x8c, 13, 4, 9, 3};

  @TempDir Path folder;

  @Test
  void aNetworkThatFailsIsNoDamage() throws IOException {
    byte[] backup = backup();
    Manifest whole =
        BackupReader.check(new ByteArrayInputStream(backup), Optional.empty(), _ -> {});
    assertThat(whole.files()).hasSize(1);
    assertThatThrownBy(
            () -> BackupReader.check(cutOff(backup, backup.length / 2), Optional.empty(), _ -> {}))
        .isInstanceOf(BackupException.class)
        .hasMessage("The backup could not be read: connection reset");
    Optional<Secret> passphrase = Optional.of(Secret.of("a passphrase"));
    assertThatThrownBy(
            () -> BackupReader.check(cutOff(ENCRYPTED, ENCRYPTED.length), passphrase, _ -> {}))
        .isInstanceOf(BackupException.class)
        .hasMessage("The backup could not be read: connection reset");
  }

  @Test
  void aFinishedFileMustBeThere() throws IOException {
    Path missing = folder.resolve("missing");
    try (BackupWriter writer =
        BackupWriter.to(new ByteArrayOutputStream(), Optional.empty(), _ -> {})) {
      writer.file("live", missing);
      assertThatThrownBy(() -> writer.finished("dump", missing))
          .isInstanceOf(NoSuchFileException.class);
      writer.finish(Instant.EPOCH, List.of());
    }
  }

  private static byte[] backup() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BackupWriter writer = BackupWriter.to(out, Optional.empty(), _ -> {})) {
      writer.text("file", "content");
      writer.finish(Instant.EPOCH, List.of());
    }
    return out.toByteArray();
  }

  /** The beginning of a backup; then its connection breaks. */
  private static InputStream cutOff(byte[] backup, int length) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(backup, 0, length), broken);
  }
}
