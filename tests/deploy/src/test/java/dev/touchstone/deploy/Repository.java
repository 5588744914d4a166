package dev.touchstone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the sources are. */
final class Repository {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final Path CHARTS = ROOT.resolve("deploy/charts");
  static final Path MODULE = Path.of("").toAbsolutePath();
  static final Path TARGET = MODULE.resolve("target");

  private Repository() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** What a folder contains, sorted. */
  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
