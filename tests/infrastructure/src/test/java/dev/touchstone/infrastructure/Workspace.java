package dev.touchstone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of {@code infrastructure/} that moto can apply: override files beside the copied sources
 * leave out what it lacks. The sources themselves stay complete.
 */
final class Workspace {
  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  static Workspace create() {
    Path folder = Sources.TARGET.resolve("infrastructure");
    try {
      delete(folder);
      copy(Sources.INFRASTRUCTURE, folder);
      for (MotoGaps.Missing gap : MotoGaps.MISSING) {
        leaveOut(folder.resolve("modules").resolve(gap.module()), gap);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return new Workspace(folder);
  }

  Path bootstrap() {
    return folder.resolve("bootstrap");
  }

  Path root(String name) {
    return folder.resolve("roots").resolve(name);
  }

  /** Writes that no instance of the resource is wanted, in the way the resource counts its own. */
  private static void leaveOut(Path module, MotoGaps.Missing gap) throws IOException {
    String header = "resource \"%s\" \"%s\" {\n".formatted(gap.type(), gap.name());
    Matcher block =
        Pattern.compile(Pattern.quote(header) + "(.*?)\n}", Pattern.DOTALL)
            .matcher(Sources.text(module));
    if (!block.find()) {
      throw new AssertionError("MotoGaps names " + gap + ", which is not in " + module);
    }
    String none = block.group(1).contains("  for_each ") ? "for_each = {}" : "count = 0";
    Files.writeString(
        module.resolve("moto_override.tf"),
        header + "  " + none + "\n}\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        // A link stays a link: the roots share their common part by one.
        Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
