package dev.touchstone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the routes that a service registers, so that none is missing in its contract. */
public final class SourceRoutes {
  /** As in {@code .get("/api/v1/users/{id}", this::get)}. */
  private static final Pattern ROUTE =
      Pattern.compile("\\.(get|post|put|patch|delete)\\(\\s*\"(/[^\"]+)\"\\s*,\\s*this::");

  private SourceRoutes() {}

  /** The routes in the classes {@code …Endpoints} below a folder, as {@code GET /path}. */
  public static List<String> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("Endpoints.java"))
          .flatMap(SourceRoutes::in)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> in(Path file) {
    try {
      // Helidon writes {+path} for a parameter that may contain slashes.
      return ROUTE
          .matcher(Files.readString(file))
          .results()
          .map(route ->
              route.group(1).toUpperCase(Locale.ROOT) + " " + route.group(2).replace("{+", "{"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
