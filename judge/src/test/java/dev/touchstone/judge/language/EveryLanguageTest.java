package dev.touchstone.judge.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judges the programs under {@code languages/<id>/<case>}. All read a count and so many numbers and
 * print their sum, or fail in the way that the case is named for.
 */
class EveryLanguageTest {
  private static final Languages LANGUAGES = Languages.detect();
  private static final Sandbox SANDBOX = Sandbox.start(Judge.BOXES);
  private static final Judge JUDGE = new Judge(SANDBOX, LANGUAGES);

  @TempDir static Path folder;

  @BeforeAll
  static void writePackage() throws IOException {
    Files.writeString(
        folder.resolve("problem.yaml"),
        """
        problem_format_version: 2023-07
        name: Sum
        limits: {time_limit: 5, memory: 512}
        """);
    Path secret = Files.createDirectories(folder.resolve("data/secret"));
    Files.writeString(secret.resolve("1.in"), "3\n1 20 300\n");
    Files.writeString(secret.resolve("1.ans"), "321\n");
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void hasProgramsForEachDescription() {
    assertThat(programs().map(Program::language).distinct())
        .containsExactlyInAnyOrderElementsOf(LANGUAGES.all().keySet());
  }

  @Test
  void tellsTheVersionOfEachThatIsInstalled() {
    assertThat(LANGUAGES.all().values())
        .allSatisfy(found ->
            found
                .version()
                .ifPresent(version ->
                    assertThat(version).as(found.language().name()).containsPattern("[0-9]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void getsItsVerdict(Program program) throws Exception {
    String id = program.language();
    Language language = Objects.requireNonNull(LANGUAGES.all().get(id)).language();
    assumeTrue(
        LANGUAGES.find(id).isPresent(),
        language.name() + " is not installed: apt-get install " + language.needs().packages());
    Judgement judgement =
        JUDGE.judge(
            PackageReader.open(folder),
            new Submission(language, sources(program.folder())),
            Scope.DECIDING,
            Progress.ignored());
    String all = judgement.toString();
    switch (program.name()) {
      case "several",
          "other_class_name",
          "other_file_name",
          "module",
          "common_module",
          "named_module",
          "all_imports",
          "with_mark",
          "with_extension",
          "upper_case",
          "upper_case_letter",
          "program_found",
          "public_of_two",
          "encoding",
          "deep" -> {
        assertThat(judgement.verdict()).as(all).isEqualTo(Verdict.AC);
        assertThat(judgement.compileOutput()).doesNotContain("The first file is started");
      }
      case "runtime_error", "out_of_memory_thrown", "out_of_memory_thrown_inside" ->
          assertThat(judgement.verdict()).as(all).isEqualTo(Verdict.RTE);
      case "error_in_imported",
          "error_in_module",
          "module_error",
          "missing_export",
          "missing_module" -> {
        assertThat(judgement.verdict()).as(all).isEqualTo(Verdict.CE);
        assertThat(judgement.compileOutput()).isNotBlank();
      }
      case "compile_error" -> {
        assertThat(judgement.verdict()).as(all).isEqualTo(Verdict.CE);
        assertThat(judgement.compileOutput()).containsIgnoringCase("main.").isNotBlank();
      }
      case "no_entry_point", "no_main_program", "word_main", "other_package" -> {
        assertThat(judgement.verdict()).as(all).isEqualTo(Verdict.CE);
        assertThat(judgement.compileOutput())
            .containsPattern("^(The program|No class) has no|a main");
      }
      default -> throw new AssertionError("Unknown case: " + program);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("severalFiles")
  void takesNoNameForAnOptionAndStartsTheFirstFile(Program program) throws Exception {
    String id = program.language();
    assumeTrue(LANGUAGES.find(id).isPresent(), id + " is not installed");
    Language language = LANGUAGES.find(id).orElseThrow();
    String main = language.sources().mainFile();
    List<Submission.SourceFile> files = new ArrayList<>();
    for (Submission.SourceFile file : sources(program.folder())) {
      if (file.name().equals(main)) {
        files.addFirst(new Submission.SourceFile("-" + main, file.content()));
      } else {
        files.add(file);
      }
    }
    Judgement judgement =
        JUDGE.judge(
            PackageReader.open(folder),
            new Submission(language, files),
            Scope.DECIDING,
            Progress.ignored());
    if (id.equals("go")) { // which does not accept such a name
      assertThat(judgement.verdict()).isEqualTo(Verdict.CE);
      assertThat(judgement.compileOutput()).contains("invalid input file name \"-main.go\"");
    } else {
      assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
    }
  }

  static Stream<Program> severalFiles() {
    return programs().filter(program -> program.name().equals("several"));
  }

  static Stream<Program> programs() {
    try {
      Path root =
          Path.of(
              Objects.requireNonNull(EveryLanguageTest.class.getResource("/languages")).toURI());
      try (Stream<Path> found =
          Files.find(root, 2, (path, attributes) -> attributes.isDirectory())) {
        return found
            .filter(path -> root.relativize(path).getNameCount() == 2)
            .map(path -> Program.of(root, path))
            .sorted(Comparator.comparing(Program::toString))
            .toList()
            .stream();
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  record Program(String language, String name, Path folder) {
    static Program of(Path root, Path folder) {
      Path relative = root.relativize(folder);
      return new Program(relative.getName(0).toString(), relative.getName(1).toString(), folder);
    }

    @Override
    public String toString() {
      return language + " " + name;
    }
  }

  private static List<Submission.SourceFile> sources(Path program) throws IOException {
    List<Submission.SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(program)) {
      for (Path file : files.sorted().toList()) {
        sources.add(
            new Submission.SourceFile(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    return sources;
  }
}
