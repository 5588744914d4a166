package dev.touchstone.exercises.starter;

import dev.touchstone.exercises.exercise.PackageTree;
import dev.touchstone.exercises.exercise.Publication;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads every problem package of a folder that is new or changed since it was loaded last. What was
 * edited in the platform meanwhile stays until its folder changes, and then remains as a revision.
 * The exercise of a removed package stays.
 */
public final class StarterService {
  private static final Logger log = LoggerFactory.getLogger(StarterService.class);
  private final StarterStore starters;
  private final PublishingService publishing;

  public StarterService(StarterStore starters, PublishingService publishing) {
    this.starters = starters;
    this.publishing = publishing;
  }

  /** Loads the packages; a broken one is logged and does not stop the others. */
  public void load(Path folder) {
    long start = System.nanoTime();
    List<Path> packages = packages(folder);
    starters.exclusively(() -> {
      Map<String, StarterStore.Loaded> loaded = starters.all();
      packages.forEach(path -> attempt(path, loaded.get(name(path))));
    });
    log.info(
        "Checked {} starter packages in {} ms",
        packages.size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private void attempt(Path path, StarterStore.@Nullable Loaded before) {
    try {
      load(path, before);
    } catch (PackageException e) {
      log.error("The starter package {} is invalid and was not loaded:\n{}", path, e.getMessage());
    } catch (ProblemException e) { // its slug belongs to another exercise
      log.error("The starter package {} was not loaded: {}", path, e.detail());
    } catch (IOException e) {
      log.error("The starter package {} can't be read or stored", path, e);
    }
  }

  private void load(Path path, StarterStore.@Nullable Loaded before)
      throws IOException, PackageException {
    PackageTree tree = PackageTree.of(path);
    String digest = tree.digest();
    if (before != null && before.digest().equals(digest)) {
      return;
    }
    String name = name(path);
    Publication published =
        before == null
            ? publishing.create(tree, name, null)
            : publishing.revise(before.exerciseId(), OptionalInt.empty(), tree, name, null);
    starters.put(new StarterStore.Loaded(name, published.exercise().id(), digest));
  }

  private static List<Path> packages(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      log.error("The folder of starter exercises {} can't be read", folder, e);
      return List.of();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
