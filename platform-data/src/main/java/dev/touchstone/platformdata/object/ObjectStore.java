package dev.touchstone.platformdata.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps contents under their digest. An object never changes and is complete as soon as it can be
 * found. Thread-safe.
 */
public interface ObjectStore extends AutoCloseable {
  /**
   * Keeps the contents of a file; returns when they are safe. Does nothing if they are there.
   *
   * @param digest what the caller takes the file's digest to be
   * @throws IOException if they can't be kept, or the file has another digest
   */
  void put(String digest, Path file) throws IOException;

  /**
   * Opens an object. The stream fails at its end if the contents are not those of the digest.
   *
   * @param digest of the form that {@link Digest#isDigest} accepts
   */
  Optional<InputStream> open(String digest) throws IOException;

  /**
   * Looks whether the store can be used right now.
   *
   * @throws IOException if not
   */
  void check() throws IOException;

  @Override
  void close();
}
