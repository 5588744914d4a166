package dev.touchstone.judge.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sizes and times of files, which show whether one has changed. Thread-safe. */
final class FileStamps {
  private final Duration pause;
  private final Map<Path, Stamp> stamps = new TreeMap<>();
  private long looked = System.nanoTime();
  private boolean same = true;

  private record Stamp(long size, FileTime time) {
    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.size(), attributes.lastModifiedTime());
    }
  }

  /**
   * Reads the stamps.
   *
   * @param pause how long no file is looked at again
   */
  FileStamps(List<Path> files, Duration pause) throws IOException {
    this.pause = pause;
    for (Path file : files) {
      stamps.put(file, Stamp.of(file));
    }
  }

  /** Whether no file has changed since; looks at most once in each pause. */
  synchronized boolean same() {
    if (same && System.nanoTime() - looked > pause.toNanos()) {
      same = stamps.entrySet().stream().allMatch(file -> same(file.getKey(), file.getValue()));
      looked = System.nanoTime();
    }
    return same;
  }

  private static boolean same(Path file, Stamp stamp) {
    try {
      return Stamp.of(file).equals(stamp);
    } catch (IOException e) {
      return false;
    }
  }
}
