package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validators of packages, good and bad, each run for real. */
class ValidatorTest {
  private static final RealJudge JUDGE = new RealJudge();
  private static final String RIGHT = "print(int(input()) + 1)";

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  @Test
  void decidesByItsExitCode() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder)
            .validator(
                """
                import sys
                given = int(open(sys.argv[1]).read())
                wanted = int(open(sys.argv[2]).read())
                right = wanted == given + 1 and sys.stdin.read().strip() == str(wanted)
                open(sys.argv[3] + 'judgemessage.txt', 'w').write('secret of judges')
                open(sys.argv[3] + 'teammessage.txt', 'w').write('word to the team')
                sys.exit(42 if right else 43)
                """)
            .open();
    assertThat(JUDGE.python(problem, RIGHT).verdict()).isEqualTo(Verdict.AC);
    Judgement wrong = JUDGE.python(problem, "print(int(input()))");
    assertThat(wrong.verdict()).isEqualTo(Verdict.WA);
    assertThat(wrong.judgeMessages()).containsEntry("secret/1", "secret of judges");
    assertThat(wrong.tests().getFirst().feedback()).isNotNull();
    assertThat(wrong.tests().getFirst().feedback().message()).isEqualTo("word to the team");
    // The learner sees only the verdict of a hidden test.
    assertThat(wrong.tests().getLast().feedback()).isNull();
    assertThat(wrong.tests().toString()).doesNotContain("secret of judges");
    assertThat(wrong.message()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raise SystemExit(0)",
        "import os; os.kill(os.getpid(), 11)",
        "while True: pass",
        "x = bytearray(2 << 30)",
        "open('/tmp/feedback/judgemessage.txt', 'w').write('hidden answer'); raise SystemExit(1)",
        "import os; os.kill(-1, 9)",
      })
  void isNeverTheLearnersFault(String validator) throws Exception {
    ProblemPackage problem = PackageBuilder.in(folder).validator(validator + "\n").open();
    Judgement judgement = JUDGE.python(problem, RIGHT);
    assertThat(judgement.verdict()).isEqualTo(Verdict.JE);
    assertThat(judgement.points()).isZero();
    assertThat(judgement.tests()).extracting(TestResult::verdict).containsExactly(Verdict.JE);
    assertThat(judgement.tests().getFirst().feedback()).isNull();
    assertThat(judgement.message()).startsWith("The package is faulty. The validator ");
  }

  @Test
  void thatDoesNotCompileIsAJudgeErrorWithoutItsWordsForTheLearner() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder).file("output_validator/v.c", "int main( {").open();
    Judgement judgement = JUDGE.python(problem, RIGHT);
    assertThat(judgement.verdict()).isEqualTo(Verdict.JE);
    assertThat(judgement.message())
        .startsWith("The package is faulty. The validator does not compile: ");
    assertThat(judgement.compileOutput()).isEmpty();
  }

  /** The author of the package can do nothing about it. */
  @Test
  void inALanguageThatIsNotInstalledIsNoFaultOfThePackage() throws Exception {
    Path languages = Files.createDirectory(folder.resolve("languages"));
    Files.writeString(
        languages.resolve("missing.yaml"),
        """
        name: Missing
        extensions: [missing]
        main_file: main.missing
        programs: [no-such-program]
        version: [no-such-program]
        run: [no-such-program]
        """);
    Path root = Files.createDirectory(folder.resolve("package"));
    ProblemPackage problem = PackageBuilder.in(root).file("output_validator/v.missing", "").open();
    Judgement judgement = JUDGE.python(problem, RIGHT, Languages.detect(Optional.of(languages)));
    assertThat(judgement.verdict()).isEqualTo(Verdict.JE);
    assertThat(judgement.message())
        .startsWith("The judge failed. The validator is written in Missing");
  }

  @Test
  void inNoLanguageThatIsKnownIsAFaultOfThePackage() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder).file("output_validator/v.unknown", "").open();
    assertThat(JUDGE.python(problem, RIGHT).message())
        .startsWith("The package is faulty. ")
        .contains("v.unknown");
  }

  @Test
  void isNotAskedWhenTheRunFailed() throws Exception {
    ProblemPackage problem = PackageBuilder.in(folder).validator("raise SystemExit(1)\n").open();
    assertThat(JUDGE.python(problem, "exit(1)").verdict()).isEqualTo(Verdict.RTE);
  }

  @Test
  void mayBeBuiltByScripts() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder)
            .file("output_validator/build", "#!/bin/sh\ncc -o check check.c\n")
            .file("output_validator/check.c", "int main() {return 42;}\n")
            .file("output_validator/run", "#!/bin/sh\nexec \"$(dirname \"$0\")/check\" \"$@\"\n")
            .open();
    assertThat(JUDGE.python(problem, "pass").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void mayBeBuiltToALink() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder)
            .file("output_validator/build", "#!/bin/sh\ncc -o check check.c && ln -s check run\n")
            .file("output_validator/check.c", "int main() {return 42;}\n")
            .open();
    assertThat(JUDGE.python(problem, "pass").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void mayHaveOtherFilesBesideIt() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder)
            .validator(
                """
                import os, sys
                beside = os.path.dirname(os.path.abspath(__file__))
                word = open(os.path.join(beside, 'words.txt')).read().strip()
                sys.exit(42 if word == 'ok' and not os.path.exists('._validate.py') else 43)
                """)
            .file("output_validator/words.txt", "ok\n")
            .file("output_validator/._validate.py", "\0\5\26\7")
            .file("output_validator/.DS_Store", "\0")
            .file("output_validator/Makefile", "all:\n")
            .file("output_validator/__pycache__/validate.cpython-311.pyc", "\0")
            .open();
    assertThat(JUDGE.python(problem, "pass").verdict()).isEqualTo(Verdict.AC);
    ProblemPackage compiled =
        PackageBuilder.in(folder.resolve("compiled"))
            .file("output_validator/v.cpp", "int main() {return 42;}\n")
            .file("output_validator/._v.cpp", "\0\5\26\7")
            .file("output_validator/Makefile", "all:\n")
            .open();
    assertThat(JUDGE.python(compiled, "pass").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void readsConstantsWithVariantsInArgumentsAndSources() throws Exception {
    ProblemPackage problem =
        PackageBuilder.empty(folder)
            .metadata(
                """
                problem_format_version: 2025-09
                name: Constants
                uuid: 00000000-0000-0000-0000-000000000000
                constants:
                  most: {value: 1e18, tex: "10^{18}"}
                  plain: 7
                """)
            .file("statement/problem.en.md", "")
            .test("secret/1", "1", "1")
            .file(
                "data/secret/test_group.yaml",
                "output_validator_args: ['{{most.tex}}', '{{plain}}']\n")
            .validator(
                """
                import sys
                right = sys.argv[4:] == ['10^{18}', '7'] and '{{most.value}}' == '{{most}}' == '1' + 'e18'
                sys.exit(42 if right else 43)
                """)
            .open();
    assertThat(JUDGE.python(problem, "pass").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void mayBeAModuleOfPython() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder)
            .file("output_validator/__init__.py", "")
            .file("output_validator/answer.py", "CODE = {{code}}\n")
            .file("output_validator/__main__.py", "import answer\nraise SystemExit(answer.CODE)\n")
            .more("constants: {code: 42}\n")
            .open();
    assertThat(JUDGE.python(problem, "pass").verdict()).isEqualTo(Verdict.AC);
  }

  @Test
  void legacyPackagesKeepItInAFolderOfItsOwn() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder)
            .metadata("name: Old\nvalidation: custom\nvalidator_flags: 42\n")
            .file("output_validators/check/v.py", "import sys\nsys.exit(int(sys.argv[4]))\n")
            .open();
    assertThat(JUDGE.python(problem, "pass").verdict()).isEqualTo(Verdict.AC);
  }

  /** From the second pass on, the input is what the program was given in that pass. */
  @Test
  void readsTheInputOfEachPass() throws Exception {
    ProblemPackage problem =
        PackageBuilder.empty(folder)
            .more("type: multi-pass\n")
            .limits("time_limit: 1, validation_passes: 3")
            .test("secret/1", "1", "")
            .validator(
                """
                import sys
                given = int(open(sys.argv[1]).read())
                if sys.stdin.read().strip() != str(given * 2): sys.exit(43)
                if given < 30: open(sys.argv[3] + 'nextpass.in', 'w').write(str(given * 10))
                sys.exit(42)
                """)
            .open();
    assertThat(JUDGE.python(problem, "print(int(input()) * 2)").verdict()).isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(problem, "print(min(20, int(input()) * 2))").verdict())
        .isEqualTo(Verdict.WA);
  }

  @Test
  void asksForPassesUntilItIsContent() throws Exception {
    PackageBuilder builder =
        PackageBuilder.empty(folder)
            .more("type: multi-pass\n")
            .limits("time_limit: 1, validation_passes: 3")
            .test("secret/1", "1", "")
            .validator(
                """
                import os, sys
                state = sys.argv[3] + 'state'
                wanted = int(open(state).read()) if os.path.exists(state) else 1
                if sys.stdin.read().strip() != str(wanted * 2): sys.exit(43)
                if wanted < 4:
                    open(state, 'w').write(str(wanted * 2))
                    open(sys.argv[3] + 'nextpass.in', 'w').write(str(wanted * 2))
                sys.exit(42)
                """);
    assertThat(JUDGE.python(builder.open(), "print(int(input()) * 2)").verdict())
        .isEqualTo(Verdict.AC);
    assertThat(JUDGE.python(builder.open(), "print(min(4, int(input()) * 2))").verdict())
        .isEqualTo(Verdict.WA);
    Judgement tooMany =
        JUDGE.python(builder.limits("time_limit: 1").open(), "print(int(input()) * 2)");
    assertThat(tooMany.verdict()).isEqualTo(Verdict.JE);
    assertThat(tooMany.message()).contains("passes");
  }
}
