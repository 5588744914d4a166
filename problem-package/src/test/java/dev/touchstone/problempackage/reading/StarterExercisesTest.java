package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows the author of a starter exercise what is still missing. */
class StarterExercisesTest {
  private static final Path FOLDER = Path.of("..", "exercises", "starter");
  private static final List<String> LOCALES = List.of("en", "vi");
  private static final int FEWEST_SAMPLES = 2;
  private static final int FEWEST_HIDDEN_TESTS = 6;
  private static final int FEWEST_WRONG_SOLUTIONS = 2;

  /** The languages that every starter exercise serves, and the extension of their files. */
  private static final Map<String, String> LANGUAGES =
      Map.of("c", ".c", "cpp", ".cpp", "java", ".java", "javascript", ".js", "python3", ".py");

  /** The same for exercises whose solution is a function. */
  private static final Map<String, String> FUNCTION_LANGUAGES =
      Map.of(
          "cpp",
          ".cpp",
          "go",
          ".go",
          "java",
          ".java",
          "javascript",
          ".js",
          "python3",
          ".py",
          "rust",
          ".rs");

  static List<Path> exercises() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void anExerciseIsComplete(Path folder) throws Exception {
    ProblemPackage problem = PackageReader.open(folder);

    assertThat(missing(problem)).as("missing in %s", folder.getFileName()).isEmpty();
  }

  @Test
  void noTwoExercisesHaveTheSameSlugOrUuid() throws Exception {
    Map<String, Path> owners = new TreeMap<>();
    for (Path folder : exercises()) {
      YamlFile metadata = YamlFile.read(folder, "problem.yaml", new ArrayList<>());
      String uuid = metadata.text("uuid").orElse("");
      String slug = PackageReader.open(folder).presentation().slug();

      assertThat(uuid).as("uuid of %s", folder).isNotEmpty();
      assertThat(owners.put(uuid, folder)).as("exercise with the uuid of %s", folder).isNull();
      assertThat(owners.put(slug, folder)).as("exercise with the slug of %s", folder).isNull();
    }
  }

  private static List<String> missing(ProblemPackage problem) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String locale : LOCALES) {
      require(missing, problem.names().containsKey(locale), "name in " + locale);
      Path statement = problem.statements().get(locale);
      boolean written = statement != null && !Files.readString(statement).isBlank();
      require(missing, written, "statement/problem." + locale + ".md");
    }
    // Else a learner wins other points than the statement promises for a subtask.
    boolean agreed =
        !problem.scoring() || problem.data().points() == problem.presentation().points();
    require(missing, agreed, "points that are the sum of its groups' points");
    boolean function = problem.presentation().function().isPresent();
    (function ? FUNCTION_LANGUAGES : LANGUAGES)
        .forEach((language, extension) -> {
          boolean starter = problem.presentation().starterCode().containsKey(language);
          require(missing, starter, "starter/" + language);
          boolean accepted =
              problem.submissions().stream()
                  .anyMatch(submission ->
                      isAccepted(submission) && submission.name().endsWith(extension));
          require(missing, accepted, "submissions/accepted/…" + extension);
        });
    long wrong = problem.submissions().stream().filter(one -> !isAccepted(one)).count();
    requireCount(missing, wrong, FEWEST_WRONG_SOLUTIONS, "wrong solutions");
    long samples = problem.cases().stream().filter(TestCase::sample).count();
    requireCount(missing, samples, FEWEST_SAMPLES, "samples");
    requireCount(missing, problem.cases().size() - samples, FEWEST_HIDDEN_TESTS, "hidden tests");
    return missing;
  }

  private static boolean isAccepted(ExampleSubmission submission) {
    return submission.expected().contains("accepted");
  }

  private static void require(List<String> missing, boolean there, String what) {
    if (!there) {
      missing.add(what);
    }
  }

  private static void requireCount(List<String> missing, long count, int fewest, String what) {
    require(missing, count >= fewest, "at least " + fewest + " " + what + ", there are " + count);
  }
}
