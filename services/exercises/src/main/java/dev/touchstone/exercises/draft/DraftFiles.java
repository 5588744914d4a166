package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.archive.TemporaryFolder;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.problempackage.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of drafts as objects; large ones are never in memory. Thread-safe. */
public final class DraftFiles {
  private static final int BUFFER = 64 * 1024;

  /** What a part that is edited as a field may have; larger texts are edited as files. */
  private static final int LARGEST_TEXT = 1024 * 1024;

  private final ObjectStore objects;
  private final long largest;
  private final Path temporary;

  /**
   * Creates the service.
   *
   * @param largest of one file, in bytes
   * @param temporary where files lie while they arrive
   */
  public DraftFiles(ObjectStore objects, long largest, Path temporary) {
    this.objects = objects;
    this.largest = largest;
    this.temporary = temporary;
  }

  /** The largest file taken, in bytes. */
  long largest() {
    return largest;
  }

  /**
   * Stores a file that arrives.
   *
   * @throws ProblemException 413 {@code file_too_large}
   */
  RevisionFile store(String path, InputStream body) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.in(temporary)) {
      Path file = folder.path().resolve("file");
      long size = save(body, file);
      String digest = Digest.of(file);
      objects.put(digest, file);
      return new RevisionFile(path, digest, size);
    }
  }

  /** Stores a text. */
  RevisionFile store(String path, String text) throws IOException {
    return store(path, new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  Optional<InputStream> open(RevisionFile file) throws IOException {
    return objects.open(file.sha256());
  }

  /** The text of a file; empty if it is too large to be edited as a field. */
  Optional<String> text(RevisionFile file) throws IOException {
    if (file.size() > LARGEST_TEXT) {
      return Optional.empty();
    }
    try (InputStream in = opened(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Writes the files into a folder. */
  void layOut(List<RevisionFile> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (RevisionFile file : files) {
      Interruption.check();
      Path target = folder.resolve(file.path());
      Files.createDirectories(target.resolveSibling(""));
      try (InputStream in = opened(file);
          OutputStream out = Files.newOutputStream(target)) {
        in.transferTo(out);
      }
    }
  }

  private InputStream opened(RevisionFile file) throws IOException {
    return open(file)
        .orElseThrow(() -> new IOException("The object " + file.sha256() + " no longer exists."));
  }

  private long save(InputStream body, Path file) throws IOException {
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        size += count;
        if (size > largest) {
          throw tooLarge();
        }
        out.write(buffer, 0, count);
      }
    }
    return size;
  }

  ProblemException tooLarge() {
    return ProblemException.tooLarge(
        "file_too_large", "The file is larger than " + (largest >> 20) + " MiB.");
  }
}
