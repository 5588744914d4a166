package dev.touchstone.standalone.classbench;

import dev.touchstone.standalone.classbench.ClassLoad.Solution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The right programs of the starter exercises, as often as learners use their languages. */
public final class Solutions {
  /** By extension; of ten programs, so many are in the language. */
  private static final Map<String, Language> LANGUAGES =
      Map.of(
          "py", new Language("python3", "#", 5),
          "cpp", new Language("cpp", "//", 2),
          "java", new Language("java", "//", 1),
          "c", new Language("c", "//", 1),
          "js", new Language("javascript", "//", 1));

  private Solutions() {}

  private record Language(String id, String comment, int share) {}

  /** Those in a folder of problem packages, whose names are the slugs. */
  public static List<Solution> in(Path folder) {
    List<Solution> solutions = new ArrayList<>();
    try (Stream<Path> packages = Files.list(folder)) {
      for (Path each : packages.sorted().toList()) {
        add(each, solutions);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (solutions.isEmpty()) {
      throw new IllegalStateException("There are no solutions in " + folder);
    }
    return solutions;
  }

  private static void add(Path exercise, List<Solution> solutions) throws IOException {
    Path accepted = exercise.resolve("submissions/accepted");
    if (!Files.isDirectory(accepted)) {
      return;
    }
    try (Stream<Path> files = Files.list(accepted)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        Language language = LANGUAGES.get(name.substring(name.lastIndexOf('.') + 1));
        if (language != null) {
          String slug = exercise.getFileName().toString();
          Solution solution =
              new Solution(slug, language.id(), Files.readString(file), language.comment());
          for (int i = 0; i < language.share(); i++) {
            solutions.add(solution);
          }
        }
      }
    }
  }
}
