package dev.touchstone.platformdata.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a backup could not be read. What reads it takes that for damage or for a wrong
 * passphrase. Not thread-safe.
 */
final class SourceStream extends FilterInputStream {
  private @Nullable Exception failure;

  SourceStream(InputStream in) {
    super(in);
  }

  /**
   * Checks that everything that was asked for could be read.
   *
   * @throws BackupException if not; this is not the backup's fault
   */
  void requireRead() throws BackupException {
    if (failure != null) {
      throw new BackupException("The backup could not be read: " + failure.getMessage(), failure);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | RuntimeException e) { // as clients of networks report it
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException | RuntimeException e) {
      failure = e;
      throw e;
    }
  }
}
