package dev.touchstone.judge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Run;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.TestFeedback;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.function.FunctionLanguage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges functions for real, in every language that takes them. */
class FunctionExerciseTest {
  private static final Languages LANGUAGES = Languages.detect();
  private static final Sandbox SANDBOX = Sandbox.start(Judge.BOXES);
  private static final Judge JUDGE = new Judge(SANDBOX, LANGUAGES);
  private static final String COMBINE =
      """
      function:
        name: combine
        parameters:
          text: string
          numbers: list<list<int>>
          weights: map<float>
          loud: bool
        returns: map<list<string>>
      feedback: {hidden: difference}
      """;
  private static final String HALF =
      """
      function:
        name: half_of
        parameters: {number: int}
        returns: float
      feedback: {hidden: difference}
      """;

  @TempDir static Path folder;
  private static ProblemPackage combine;
  private static ProblemPackage half;

  @BeforeAll
  static void writePackages() throws Exception {
    combine =
        write(
            "combine",
            COMBINE,
            """
            ["Xin chào\\n", [[1, -2, 3], [], [9007199254740991]], {"b": 0.5, "a": 2}, true]
            ["", [[0]], {"x": -1.25}, false]
            """,
            """
            {"Xin chào\\n": ["2", "0", "9007199254740991"], "weights": ["a=2.00", "b=0.50"], "loud": ["yes"]}
            {"": ["0"], "weights": ["x=-1.25"], "loud": ["no"]}
            """);
    half = write("half", HALF, "[1]\n[4]\n[-3]\n", "0.5\n2\n-1.5\n");
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @EnumSource(FunctionLanguage.class)
  void everyTypeArrivesAndReturnsInEveryLanguage(FunctionLanguage language) throws Exception {
    String id = language.ids().getFirst();
    Judgement judgement = judge(combine, id, solution(language));
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
    assertThat(feedback(judgement).stderr()).contains("printed by the learner");
    assertThat(feedback(judgement).actual()).doesNotContain("printed");
  }

  @ParameterizedTest
  @EnumSource(FunctionLanguage.class)
  void starterCodeIsAcceptedByTheCompilerOnceItReturnsSomething(FunctionLanguage language)
      throws Exception {
    String id = language.ids().getFirst();
    String starter = Objects.requireNonNull(half.presentation().starterCode().get(id));
    String solved =
        switch (language) {
          case PYTHON3 -> starter.replace("...", "return number / 2");
          case RUST -> starter.replace("todo!()", "number as f64 / 2.0");
          case GO -> starter.replace("{\n", "{\nreturn float64(number) / 2");
          case JAVA -> starter.replace(") {\n", ") {\nreturn number / 2.0;");
          case CPP, JAVASCRIPT -> starter.replace(") {\n", ") {\nreturn number / 2.0;");
        };
    Judgement judgement = judge(half, id, solved);
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
  }

  @Test
  void tellsTheFirstWrongResult() {
    Judgement judgement = judge(half, "python3", "def half_of(number): return number // 2");
    assertThat(judgement.verdict()).isEqualTo(Verdict.WA);
    assertThat(feedback(judgement).message()).isEqualTo("The result of case 1 is 0, not 0.5.");
    assertThat(feedback(judgement).actual()).isEqualTo("0\n2\n-2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Printed text is never a result, whatever its form.
        "def half_of(number): print('f0.5\\nf2.0\\nf-1.5')",
        // A result too many, written past the harness.
        "import os\ndef half_of(number):\n  os.write(3, b'f0.5\\n')\n  return number / 2",
        // All results at once and then no more.
        """
        import os
        def half_of(number):
          for fd in range(3, 9):
            try: os.write(fd, b'f9.5\\nf9.0\\nf9.5\\n')
            except OSError: pass
          os._exit(0)
        """,
        "def half_of(number): return 'text'",
        "def half_of(number): return None",
        "def half_of(number): return float('nan')",
        "def half_of(number): return [2 ** 5000]",
        "def half_of(number): return {'k' * 60000: 1}",
        // Past the harness: a number that takes hours to parse, and more values than fit into
        // memory.
        """
        import os
        def half_of(number):
          os.write(3, b'i' + b'9' * 1500000 + b'\\n')
          os._exit(0)
        """,
        """
        import os
        def half_of(number):
          os.write(3, b'l2600000\\n' + b'm0\\n' * 2600000)
          os._exit(0)
        """,
      })
  void aForgedOrStrangeResultIsWrong(String source) {
    assertThat(judge(half, "python3", source).verdict()).isEqualTo(Verdict.WA);
  }

  @Test
  void theExpectedResultsAreNowhereInTheBox() {
    Judgement judgement =
        judge(
            half,
            "python3",
            """
            import subprocess
            def half_of(number):
                print(subprocess.run(["find", "/", "-name", "*.ans", "-o", "-name", "secret"],
                    capture_output=True, text=True).stdout)
                return number / 2
            """);
    assertThat(judgement.verdict()).isEqualTo(Verdict.AC);
    assertThat(feedback(judgement).stderr()).isNotNull().doesNotContain(".ans", "secret");
  }

  @Test
  void aMissingFunctionIsNamed() {
    for (var source :
        Map.of(
                "python3", "def half_of_all(number): return 1",
                "java", "class Solution {}",
                "javascript", "function other() {}",
                "cpp", "int other() { return 1; }")
            .entrySet()) {
      Judgement judgement = judge(half, source.getKey(), source.getValue());
      assertThat(judgement.verdict()).as(source.getKey()).isEqualTo(Verdict.CE);
      assertThat(judgement.compileOutput()).containsPattern("There is no function half(_o|O)f[.]");
    }
  }

  @Test
  void aNameThatIsNoFunctionIsToldWhenItIsCalled() {
    Judgement python = judge(half, "python3", "# half_of is to come");
    assertThat(python.verdict()).isEqualTo(Verdict.RTE);
    assertThat(feedback(python).stderr()).contains("There is no function half_of.");
    Judgement java = judge(half, "java", "class Solution {} // halfOf");
    assertThat(java.verdict()).isEqualTo(Verdict.RTE);
    assertThat(feedback(java).stderr()).contains("has no method halfOf");
  }

  @Test
  void otherLanguagesAreRefusedWithTheList() {
    Judgement judgement = judge(half, "bash", "echo 1");
    assertThat(judgement.verdict()).isEqualTo(Verdict.CE);
    assertThat(judgement.compileOutput()).contains("python3", "rust");
  }

  @Test
  void aLearnerTriesArgumentsOfTheirOwn() throws Exception {
    Submission submission = submission("python3", "def half_of(number): return number / 2");
    Run run = JUDGE.run(half, submission, "[10]\n".getBytes(StandardCharsets.UTF_8));
    assertThat(run.verdict()).isEqualTo(Verdict.AC);
    assertThat(run.stdout()).isEqualTo("5.0\n");
    Run malformed = JUDGE.run(half, submission, "[\"x\"]".getBytes(StandardCharsets.UTF_8));
    assertThat(malformed.stderr()).isEqualTo("Line 1 number must be of type int.");
  }

  @Test
  void casesThatDoNotFitTheSignatureAreFaults() {
    assertThat(faults("[1]\n[2, 3]\n", "0.5\n\"x\"\n"))
        .contains("must be a list of 1 arguments")
        .contains("must be of type float");
    assertThat(faults("[1]\n", "0.5\n1\n")).contains("has 2 results for 1 cases");
    assertThat(faults("nonsense\n", "0.5\n")).contains("not JSON");
  }

  private static String faults(String input, String answer) {
    try {
      write("faulty", HALF, input, answer);
      return "";
    } catch (PackageException e) {
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ProblemPackage write(String name, String function, String input, String answer)
      throws IOException, PackageException {
    Path root = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        root.resolve("problem.yaml"),
        "problem_format_version: 2023-07-draft\nname: Function\nlimits: {time_limit: 10}\n");
    Files.writeString(root.resolve("touchstone.yaml"), function);
    Path secret = Files.createDirectories(root.resolve("data/secret"));
    Files.writeString(secret.resolve("1.in"), input);
    Files.writeString(secret.resolve("1.ans"), answer);
    return PackageReader.open(root);
  }

  private static Judgement judge(ProblemPackage problem, String id, String source) {
    return JUDGE.judge(problem, submission(id, source), Scope.DECIDING, Progress.ignored());
  }

  private static Submission submission(String id, String source) {
    Language language = Objects.requireNonNull(LANGUAGES.all().get(id)).language();
    assumeTrue(LANGUAGES.find(id).isPresent(), language.name() + " is not installed");
    byte[] content = source.getBytes(StandardCharsets.UTF_8);
    return new Submission(language, List.of(new Submission.SourceFile("anything", content)));
  }

  private static TestFeedback feedback(Judgement judgement) {
    return Objects.requireNonNull(judgement.tests().getFirst().feedback());
  }

  private static String solution(FunctionLanguage language) throws IOException {
    String id = language.ids().getFirst();
    String extension = language.fileName().substring(language.fileName().lastIndexOf('.'));
    String name = "/functions/" + id + (extension.equals(".hpp") ? ".cpp" : extension);
    try (InputStream in = FunctionExerciseTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
