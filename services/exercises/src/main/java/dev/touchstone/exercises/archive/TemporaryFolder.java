package dev.touchstone.exercises.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for one task; close it to delete it with its contents. */
public final class TemporaryFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TemporaryFolder.class);

  /** No task takes that long, so anything older was left by a killed process. */
  private static final Duration OLDEST = Duration.ofDays(1);

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** Makes a new folder in the given one. */
  public static TemporaryFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new TemporaryFolder(Files.createTempDirectory(parent, "task-"));
  }

  /** Deletes what killed processes left in the given folder. */
  public static void sweep(Path parent) throws IOException {
    if (Files.notExists(parent)) {
      return;
    }
    Instant limit = Instant.now().minus(OLDEST);
    for (Path child : children(parent)) {
      if (Files.getLastModifiedTime(child).toInstant().isBefore(limit)) {
        new TemporaryFolder(child).close();
      }
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (Stream<Path> contents = Files.walk(path)) {
      for (Path file : contents.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) { // what was done in it is done
      log.warn("The temporary folder {} can't be deleted", path, e);
    }
  }

  private static List<Path> children(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.toList();
    }
  }
}
