package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.LimitCaps;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that can be used, with what their authors learn about them. */
class WarningsTest {
  private static final String TIMED = "limits: {time_limit: 1}\n";
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void start() {
    tree = new Tree(folder);
  }

  private List<String> warnings() throws Exception {
    return tree.open().warnings().stream().map(Fault::toString).toList();
  }

  private void legacy(String more) throws Exception {
    tree.file("problem.yaml", "name: T\n" + more + TIMED).tests("secret", 1);
    Files.delete(folder.resolve("statement/problem.en.md"));
    Files.delete(folder.resolve("statement"));
  }

  @Test
  void saysNothingOfAPackageThatIsUsedWhole() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED)
        .tests("sample", 1)
        .tests("secret", 1)
        .file("statement/picture.png", "")
        .file("data/sample/1.in.statement", "")
        .file("data/secret/1.files/a", "")
        .file("data/secret/1.yaml", "hint: x\n")
        .file("data/secret/test_group.yaml", "")
        .file("output_validator/v.py", "")
        .file("include/python3/a.py", "")
        .file("attachments/a.zip", "")
        .file("submissions/accepted/a.py", "")
        .file("submissions/submissions.yaml", "")
        .file("starter/python3/main.py", "")
        .file(".gitignore", "")
        .file("data/.DS_Store", "");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void namesFilesAndFoldersThatNothingReads() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED)
        .tests("sample", 1)
        .tests("secret", 1)
        .file("README.md", "")
        .file(".hidden", "")
        .file("input_validators/v.py", "")
        .file("output_validators/v.py", "")
        .file("data/invalid_input/1.in", "")
        .file("data/extra/1.in", "")
        .file("data/notes.txt", "")
        .file("data/sample/1.in.download", "")
        .file("data/secret/.2.in", "")
        .file("data/secret/1.interaction", "")
        .file("data/secret/1.desc", "")
        .file("data/secret/1.xyz", "")
        .file("data/secret/3.yaml", "")
        .file("submissions/notes.txt", "")
        .file("submissions/accepted/empty/.x", "");
    assertThat(warnings())
        .containsExactlyInAnyOrder(
            "README.md: warning: is not used: the format knows no such file or folder",
            ".hidden: warning: is left out: its name begins with a dot or dash",
            "input_validators: warning: is not used: inputs are not checked with the package's own"
                + " programs",
            "output_validators: warning: is not used: this version has its validator in"
                + " output_validator",
            "data/invalid_input: warning: is not used: it is for checking the package's own"
                + " validators",
            "data/extra: warning: is not used: tests are in data/sample and data/secret",
            "data/notes.txt: warning: is not used",
            "data/sample/1.in.download: warning: is not used: learners get the files that the"
                + " sample is judged with",
            "data/secret/.2.in: warning: is left out: its name begins with a dot or dash",
            "data/secret/1.interaction: warning: is not used: only samples are shown",
            "data/secret/1.desc: warning: is kept in the package and not shown",
            "data/secret/1.xyz: warning: is not used: a test has no file with this extension",
            "data/secret/3.yaml: warning: is not used: it belongs to no test",
            "submissions/notes.txt: warning: is not used: submissions are in folders that say what"
                + " they must get",
            "submissions/accepted/empty: warning: contains no file",
            "submissions/accepted/empty/.x: warning: is left out: its name begins with a dot or"
                + " dash");
  }

  @Test
  void namesKeysThatAreNotUsedWithTheirLines() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED + "license: cc0\nembargo_until: 2030-01-01\n")
        .tests("secret", 1)
        .file("data/secret/test_group.yaml", "\ninput_validator_args: [x]\n")
        .file("touchstone.yaml", "slug: t\ncatgory: graphs\n")
        .file("submissions/submissions.yaml", "accepted:\n  authors: A\n");
    assertThat(warnings())
        .containsExactlyInAnyOrder(
            "problem.yaml:5: warning: license is kept in the package and not shown",
            "problem.yaml:6: warning: embargo_until is not used: an exercise that is published is"
                + " open at once",
            "data/secret/test_group.yaml:2: warning: input_validator_args is not used: inputs are"
                + " not checked with the package's own programs",
            "touchstone.yaml:2: warning: catgory is not a known key; did you mean category?",
            "submissions/submissions.yaml:2: warning: accepted.authors is kept in the package and"
                + " not shown");
  }

  @Test
  void refusesNoPackageForALinkThatJudgingDoesNotNeed() throws Exception {
    legacy("");
    Files.createDirectories(folder.resolve("problem_statement"));
    Files.createDirectories(folder.resolve("input_validators"));
    Path nowhere = Path.of("../build/problem.pdf");
    Files.createSymbolicLink(folder.resolve("problem.pdf"), nowhere);
    Files.createSymbolicLink(folder.resolve("problem_statement/problem.en.pdf"), nowhere);
    Files.createSymbolicLink(folder.resolve("input_validators/testlib.h"), Path.of("/etc/passwd"));
    assertThat(warnings())
        .contains(
            "problem.pdf: warning: is a link to a file that does not exist",
            "problem_statement/problem.en.pdf: warning: is a link to a file that does not exist",
            "input_validators/testlib.h: warning: is a link that points outside the package");
    assertThat(tree.open().statements()).isEmpty();
  }

  @Test
  void judgesThePackageWithSamplesOnly() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED).tests("sample", 2);
    assertThat(warnings())
        .containsExactly("data/secret: warning: contains no test; only the samples are judged");
    assertThat(tree.open().cases()).hasSize(2);
  }

  @Test
  void takesTheNewNameOfTheValidatorInALegacyPackage() throws Exception {
    legacy("validation: custom\n");
    tree.file("output_validator/v.py", "");
    ProblemPackage problem = tree.open();
    assertThat(problem.validator()).contains(folder.resolve("output_validator"));
    assertThat(warnings())
        .containsExactly(
            "output_validator: warning: is taken, though this version calls it output_validators");
  }

  @Test
  void namesAValidatorThatDoesNotDecide() throws Exception {
    legacy("");
    tree.file("output_validators/v.py", "");
    assertThat(warnings())
        .containsExactly(
            "output_validators: warning: is not used: validation in problem.yaml is not custom");
  }

  @Test
  void readsTheOldNameOfSettingsInADraft() throws Exception {
    tree.file("problem.yaml", Tree.DRAFT + TIMED)
        .tests("secret", 1)
        .file("data/testdata.yaml", "output_validator_args: float_tolerance 1e-4\n");
    assertThat(tree.open().cases().getFirst().validatorArguments())
        .containsExactly("float_tolerance", "1e-4");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void namesMarksOfEncodingsInTests() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED)
        .tests("secret", 2)
        .file("data/secret/1.in", "\uFEFF5\n");
    Files.write(folder.resolve("data/secret/2.ans"), "5\n".getBytes(StandardCharsets.UTF_16));
    assertThat(warnings())
        .containsExactly(
            "data/secret/1.in:1: warning: begins with a byte order mark, which programs read; save"
                + " it without one",
            "data/secret/2.ans:1: warning: is encoded as UTF-16; save it as UTF-8");
  }

  @Test
  void readsDomjudgesFileAsPhpDoes() throws Exception {
    tree.file("problem.yaml", "name: T\n")
        .tests("secret", 1)
        .file(
            "domjudge-problem.ini", "\uFEFFtimelimit = 4 ; four\nname='a ; b' ; c\ncolor=#ff0000");
    assertThat(tree.open().limits().time()).hasSeconds(4);
    assertThat(warnings())
        .contains("domjudge-problem.ini:3: warning: color is not used")
        .noneMatch(warning -> warning.contains("time limit"));
  }

  @Test
  void leavesFilesOfSystemsOutOfSubmissions() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED)
        .tests("secret", 1)
        .file("submissions/accepted/._a.py", "")
        .file("submissions/accepted/a/main.py", "")
        .file("submissions/accepted/a/.DS_Store", "")
        .file("submissions/accepted/a/__pycache__/main.pyc", "");
    List<ExampleSubmission> submissions = tree.open().submissions();
    assertThat(submissions).extracting(ExampleSubmission::name).containsExactly("accepted/a");
    assertThat(submissions.getFirst().files())
        .containsExactly(folder.resolve("submissions/accepted/a/main.py"));
    assertThat(warnings()).isEmpty();
  }

  @Test
  void allowsOnlyTheLanguagesOfThePackage() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED + "languages: [java, cpp]\n").tests("secret", 1);
    assertThat(tree.open().presentation().languages()).containsExactly("java", "cpp");
    tree.file("touchstone.yaml", "languages: [cpp, go]\n");
    PackageException e = catchThrowableOfType(PackageException.class, () -> tree.open());
    assertThat(e)
        .hasMessage("touchstone.yaml:1: languages go is not one of the languages of problem.yaml");
  }

  @Test
  void namesLanguagesThatTheJudgeDoesNotKnow() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED + "languages: [java, cobol, klingon]\n")
        .file("touchstone.yaml", "\nlanguages: [java, klingon]\n")
        .file("include/cpp20/a.h", "")
        .file("include/default/b.h", "")
        .file("starter/python/main.py", "")
        .tests("secret", 1);
    assertThat(warnings())
        .filteredOn(warning -> warning.contains("none of the judge's languages: bash, c, cpp, "))
        .extracting(warning -> warning.substring(0, warning.indexOf(", which")))
        .containsExactlyInAnyOrder(
            "problem.yaml:5: warning: languages names cobol, klingon",
            "touchstone.yaml:2: warning: languages names klingon",
            "include/cpp20: warning: is for cpp20",
            "starter/python: warning: is for python");
  }

  @Test
  void takesTemplatesForStarterCode() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED)
        .tests("secret", 1)
        .file("attachments/templates/python3/main.py", "# fill in\n")
        .file("attachments/templates/cpp/main.cpp", "// template\n")
        .file("attachments/templates/java/A.java", "")
        .file("attachments/templates/java/B.java", "")
        .file("attachments/templates/default/README.txt", "")
        .file("starter/cpp/main.cpp", "// own\n");
    assertThat(tree.open().presentation().starterCode())
        .containsOnly(Map.entry("python3", "# fill in\n"), Map.entry("cpp", "// own\n"));
    assertThat(warnings())
        .containsExactlyInAnyOrder(
            "attachments/templates/default: warning: is offered for download only: it is for no"
                + " language",
            "attachments/templates/java: warning: is not used: the editor has one file");
  }

  @Test
  void readsConstantsAsTheyAreWritten() throws Exception {
    tree.file(
            "problem.yaml",
            Tree.LATER
                + TIMED
                + """
                constants:
                  n: {value: 5000000, tex: 5 \\cdot 10^6, sep: "5,000,000"}
                  f: 1.50
                  b: 1e18
                  u: 1_000
                """)
        .tests("secret", 1);
    assertThat(
            tree.open()
                .constants()
                .replaceIn(
                    "{{n}} {{n.value}} {{n.tex}} {{n.sep}} {{f}} {{b}} {{u.value}} {{n.x}}", 1000))
        .isEqualTo("5000000 5000000 5 \\cdot 10^6 5,000,000 1.50 1e18 1_000 {{n.x}}");
  }

  @Test
  void makesASlugOfNamesInOtherScripts() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED).tests("secret", 1);
    assertThat(PackageReader.open(folder, "Đường đi ngắn nhất").presentation().slug())
        .isEqualTo("duong-di-ngan-nhat");
    ProblemPackage problem = PackageReader.open(folder, "两数之和");
    assertThat(problem.presentation().slug()).matches("exercise-[0-9a-f]+");
    assertThat(problem.warnings())
        .extracting(Fault::toString)
        .allMatch(warning -> warning.startsWith("warning: the name 两数之和 can't be part of"));
  }

  @Test
  void computesTheTimeLimitOnlyWhereNoneIsGiven() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "limits: {time_multipliers: {ac_to_time_limit: 3}}\n")
        .tests("secret", 1);
    ProblemPackage problem = tree.open();
    assertThat(problem.timeRule().given()).isFalse();
    assertThat(problem.timeRule().limit(Duration.ofMillis(700))).hasSeconds(3);
    assertThat(problem.timeRule().limit(Duration.ofMillis(5))).hasSeconds(1);
    assertThat(warnings())
        .containsExactly(
            "problem.yaml: warning: sets no time limit, so that 1 s applies; ./touchstone verify"
                + " computes one from the accepted submissions and stores it in .timelimit");
    tree.file(".timelimit", "3\n");
    assertThat(tree.open().timeRule().given()).isTrue();
    tree.file("problem.yaml", "name: T\n");
    Files.delete(folder.resolve(".timelimit"));
    assertThat(tree.open().timeRule().limit(Duration.ofMillis(490))).hasSeconds(2);
  }

  @Test
  void namesStatementsThatNobodySees() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED)
        .tests("secret", 1)
        .file("statement/problem.en.pdf", "")
        .file("statement/problem.english.md", "")
        .file("statement/problem.vi.tex", "")
        .file("problem_statement/problem.tex", "")
        .file("problem.pdf", "");
    String reason =
        ": warning: is not shown: another file has the statement in this language, or the name is"
            + " not problem.LANGUAGE.EXTENSION";
    assertThat(warnings())
        .containsExactlyInAnyOrder(
            "statement/problem.en.pdf" + reason,
            "statement/problem.english.md" + reason,
            "problem.pdf" + reason,
            "problem_statement: warning: is not read by this version; its statements are in"
                + " statement");
  }

  @Test
  void readsSettingsThatBeginWithAMark() throws Exception {
    tree.file("problem.yaml", "\uFEFF" + Tree.LATER + TIMED).tests("secret", 1);
    assertThat(tree.open().names()).containsEntry("en", "T");
  }

  @Test
  void listsNoMoreWarningsThanAPersonReads() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED).tests("secret", 150);
    for (int i = 1; i <= 150; i++) {
      tree.file("data/secret/" + i + ".desc", "");
    }
    assertThat(warnings())
        .hasSize(101)
        .last()
        .isEqualTo("warning: there are more warnings than can be listed");
    tree.file("data/secret/999.ans", "");
    PackageException e = catchThrowableOfType(PackageException.class, () -> tree.open());
    assertThat(e.faults())
        .as("warnings leave room for faults")
        .filteredOn(fault -> !fault.warning())
        .extracting(Fault::file)
        .containsExactly("data/secret/999.in");
  }

  @Test
  void takesTheDefaultMemoryFromTheOperator() throws Exception {
    tree.file("problem.yaml", Tree.LATER + TIMED).tests("secret", 1);
    assertThat(tree.open().limits().memoryMib()).isEqualTo(2048);
    assertThat(
            PackageReader.open(folder, new LimitSettings(512, LimitCaps.STANDARD))
                .limits()
                .memoryMib())
        .isEqualTo(512);
  }

  @Test
  void refusesSourcesThatConstantsMakeTooLarge() throws Exception {
    String settings = Tree.LATER + TIMED + "constants: {c: " + "x".repeat(8_192) + "}\n";
    tree.file("problem.yaml", settings).tests("secret", 1);
    tree.file("submissions/accepted/a.py", "# {{c}}\n".repeat(200_000));
    assertThatThrownBy(tree::open)
        .isInstanceOf(PackageException.class)
        .hasMessageContaining("a.py")
        .hasMessageContaining("4 MiB with the values of its constants");
  }
}
