package dev.touchstone.platformdata.object;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Fails at the end of the stream if what was read does not match the digest. */
final class VerifiedStream extends FilterInputStream {
  private final String digest;
  private final MessageDigest sha256 = Digest.start();
  private boolean ended;

  VerifiedStream(InputStream in, String digest) {
    super(in);
    this.digest = digest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      sha256.update(buffer, offset, count);
    } else if (count < 0 && !ended) {
      ended = true;
      if (!Digest.end(sha256).equals(digest)) {
        throw new IOException("The object " + digest + " is damaged.");
      }
    }
    return count;
  }

  /** Reads what is skipped, since the digest covers it too. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
