package dev.touchstone.operations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Where backups are kept: a folder, or a bucket with a prefix. A file is there completely or not at
 * all. Names have slashes between folders. Not thread-safe.
 */
interface Place extends AutoCloseable {
  /** Begins a file, which gets its name when it is completed. */
  Upload begin(String name) throws IOException;

  /**
   * Opens a file.
   *
   * @throws IOException if there is none
   */
  InputStream open(String name) throws IOException;

  /** The names of the files directly in a folder, sorted; none if there is no such folder. */
  List<String> list(String folder) throws IOException;

  /** Deletes a file; does nothing if there is none. */
  void delete(String name) throws IOException;

  @Override
  void close();

  /** A file in the making. */
  interface Upload extends AutoCloseable {
    /** What is written here becomes the content. Close it before {@link #complete}. */
    OutputStream stream();

    /** Gives the file its name, once it is durable. */
    void complete() throws IOException;

    /** Leaves nothing of a file that was not completed. */
    @Override
    void close() throws IOException;
  }

  /** Writes a whole file. */
  default void put(String name, byte[] content) throws IOException {
    try (Upload upload = begin(name)) {
      try (OutputStream out = upload.stream()) {
        out.write(content);
      }
      upload.complete();
    }
  }
}
