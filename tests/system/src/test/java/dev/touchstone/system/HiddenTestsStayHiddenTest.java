package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * No operation of any contract gives a learner a hidden test or a solution. The exercise carries
 * marks in both; no answer may hold one of them.
 */
class HiddenTestsStayHiddenTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Shows all that it is given, to standard output, standard error and in an exception. */
  private static final String TELLTALE =
      "import sys\ntext = sys.stdin.read()\nprint(text)\nprint(text, file=sys.stderr)\nraise ValueError(text)";

  private static @Nullable Learner learner;
  private static long exercise;
  private static long submission;

  @BeforeAll
  static void submit() {
    learner = Learner.register(StandalonePlatform.shared()::probe);
    exercise = learner().exercise();
    submission = learner().submit(exercise, "python3", TELLTALE);
    learner().judged(submission);
  }

  private static Learner learner() {
    return Objects.requireNonNull(learner);
  }

  /** One operation of a contract. */
  record Operation(String method, String path) {}

  static Stream<Operation> operations() throws IOException {
    List<Operation> operations = new ArrayList<>();
    try (Stream<Path> contracts = Files.list(Program.HOME.resolve("contracts"))) {
      for (Path contract : contracts.toList()) {
        JsonNode paths = new YAMLMapper().readTree(contract.toFile()).path("paths");
        paths
            .propertyStream()
            .forEach(path ->
                path.getValue().propertyNames().stream()
                    .filter(METHODS::contains)
                    .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))
                    .forEach(operations::add));
      }
    }
    assertThat(operations).hasSizeGreaterThan(30);
    return operations.stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void atEveryOperation(Operation operation) {
    for (String path : paths(operation.path())) {
      HttpProbe stranger = StandalonePlatform.shared().probe();
      for (HttpProbe caller : List.of(learner().probe(), stranger)) {
        HttpProbe.Answer answer =
            operation.method().equals("GET")
                ? caller.get(path)
                : caller.send(operation.method(), path, "{}");
        assertThat(answer.status()).as(operation + ": " + answer.text()).isLessThan(500);
        requireNoMarks(answer.text());
        if (operation.path().startsWith("/internal") || isForAuthors(operation)) {
          assertThat(answer.status()).as(operation.toString()).isIn(401, 403, 404);
        }
      }
    }
  }

  @Test
  void whileASubmissionIsJudged() {
    long another = learner().submit(exercise, "python3", TELLTALE);
    List<EventReader.Event> events = EventReader.follow(learner(), another);
    assertThat(events).hasSizeGreaterThan(Exercises.TESTS);
    requireNoMarks(events.toString());
  }

  @Test
  void whereTheMarksAreSoughtTheyCanBeFound() {
    String admin = StandalonePlatform.shared().administratorToken();
    HttpProbe probe = StandalonePlatform.shared().probe().withToken(admin);
    String base = "/api/v1/exercises/" + exercise;
    assertThat(probe.get(base + "/test-cases").text()).contains(Exercises.HIDDEN_MARKER);
    assertThat(probe.get(base + "/solutions").text()).contains(Exercises.SOLUTION_MARKER);
  }

  private static boolean isForAuthors(Operation operation) {
    return Stream.of("/package", "/revisions", "/test-cases", "/solutions", "/rejudge")
        .anyMatch(operation.path()::endsWith);
  }

  /** The operation's path with values that exist: our own, by number and by name. */
  private static List<String> paths(String template) {
    if (template.startsWith("/api/v1/exercises/{id}")) {
      // Where files are served, one that is hidden.
      String path = template.replace("{path}", "..%2Fdata%2Fsecret%2F1.in");
      return List.of(
          filled(path.replace("{id}", Long.toString(exercise))),
          filled(path.replace("{id}", Exercises.SLUG)));
    }
    String id =
        template.contains("submissions") ? Long.toString(submission) : Long.toString(exercise);
    return List.of(
        filled(
            template
                .replace("{id}", id)
                .replace("{digest}", "0".repeat(64))
                .replace("{language}", "python3")));
  }

  /** With a number for everything else that a path names, such as a revision or a lease. */
  private static String filled(String path) {
    return path.replaceAll("\\{[a-z_]+}", "1");
  }

  private static void requireNoMarks(String text) {
    assertThat(text).doesNotContain(Exercises.HIDDEN_MARKER, Exercises.SOLUTION_MARKER);
  }
}
