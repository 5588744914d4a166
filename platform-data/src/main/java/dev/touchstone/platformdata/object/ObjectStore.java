package dev.touchstone.platformdata.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps contents under their digest. An object never changes and is complete as soon as it is
 * visible. Thread-safe.
 */
public interface ObjectStore extends AutoCloseable {
  /**
   * Stores the contents of a file and returns when they are durable. Does nothing if they exist.
   *
   * @param digest the expected digest of the file
   * @throws IOException if they cannot be stored, or the file has another digest
   */
  void put(String digest, Path file) throws IOException;

  /**
   * Opens an object. The stream fails at its end if the contents do not match the digest.
   *
   * @param digest accepted by {@link Digest#isDigest}
   */
  Optional<InputStream> open(String digest) throws IOException;

  /**
   * Names all objects, in any order. One that is stored meanwhile may be missing.
   *
   * @throws IOException if they can't be listed
   */
  void list(Consumer<String> digests) throws IOException;

  /** Deletes an object; does nothing if there is none. */
  void delete(String digest) throws IOException;

  /**
   * Checks whether the store is usable right now.
   *
   * @throws IOException if not
   */
  void check() throws IOException;

  @Override
  void close();
}
