package dev.touchstone.problempackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds samples that are only shown: {@code .interaction} or {@code .in.statement} by itself. */
final class StatementSamples {
  private static final Pattern SHOWN = Pattern.compile("^([^.-].*)\\.(interaction|in\\.statement)");

  private StatementSamples() {}

  static List<StatementSample> of(Path root) throws IOException {
    Path folder = root.resolve("data/sample");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher shown = SHOWN.matcher(String.valueOf(file.getFileName()));
        if (shown.matches() && !Files.exists(folder.resolve(shown.group(1) + ".in"))) {
          names.add(shown.group(1));
        }
      }
    }
    List<StatementSample> samples = new ArrayList<>();
    for (String name : names) {
      samples.add(
          new StatementSample(
              "sample/" + name,
              file(folder, name + ".in.statement"),
              file(folder, name + ".ans.statement"),
              file(folder, name + ".interaction")));
    }
    return samples;
  }

  private static Optional<Path> file(Path folder, String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
  }
}
