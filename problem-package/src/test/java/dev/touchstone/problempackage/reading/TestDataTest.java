package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Feedback;
import dev.touchstone.problempackage.Grading.Aggregated;
import dev.touchstone.problempackage.Grading.Aggregation;
import dev.touchstone.problempackage.Grading.Graded;
import dev.touchstone.problempackage.Grading.ScoreMode;
import dev.touchstone.problempackage.Grading.VerdictMode;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDataTest {
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void start() {
    tree = new Tree(folder);
  }

  private static List<String> names(ProblemPackage problem) {
    return problem.cases().stream().map(TestCase::name).toList();
  }

  private static TestGroup group(ProblemPackage problem, String name) {
    return problem.groups().stream()
        .filter(found -> found.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ordersTestsByNameWithoutExtensionAndSamplesFirst() throws Exception {
    tree.file("problem.yaml", Tree.DRAFT).tests("secret", 2).tests("sample", 1);
    for (String name : List.of("1-small", "10")) {
      tree.file("data/secret/" + name + ".in", "").file("data/secret/" + name + ".ans", "");
    }
    tree.file("data/secret/.hidden.in", "");
    assertThat(names(tree.open()))
        .containsExactly("sample/1", "secret/1", "secret/1-small", "secret/10", "secret/2");
  }

  @Test
  void isWorthOnePointAsAWholeWithoutScoring() throws Exception {
    tree.file("problem.yaml", Tree.LATER).tests("secret", 2).tests("sample", 1);
    ProblemPackage problem = tree.open();
    assertThat(problem.data().points()).isEqualTo(1);
    assertThat(group(problem, "secret").points()).isEqualTo(1);
    assertThat(group(problem, "sample").points()).isZero();
  }

  @Test
  void sharesTheScoreOfASumEvenly() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: scoring\n").tests("secret", 4);
    ProblemPackage problem = tree.open();
    assertThat(problem.data().points()).isEqualTo(100);
    assertThat(problem.cases()).extracting(TestCase::points).containsOnly(25.0);
  }

  @Test
  void readsGroupsOfTheLastVersion() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: scoring\nconstants: {most: 30}\n")
        .tests("sample", 1)
        .tests("secret/1", 1)
        .tests("secret/2/deep", 2)
        .file("data/secret/1/test_group.yaml", "max_score: 70\nargs: [x]\n")
        .file(
            "data/secret/2/test_group.yaml",
            "max_score: {{most}}\nscore_aggregation: min\nrequire_pass: [sample, secret/1]\n");
    ProblemPackage problem = tree.open();
    assertThat(names(problem))
        .containsExactly("sample/1", "secret/1/1", "secret/2/deep/1", "secret/2/deep/2");
    assertThat(group(problem, "secret/1").grading())
        .isEqualTo(new Aggregated(Aggregation.PASS_FAIL, List.of()));
    assertThat(group(problem, "secret/1").cases().getFirst().arguments()).containsExactly("x");
    TestGroup second = group(problem, "secret/2");
    assertThat(second.grading())
        .isEqualTo(new Aggregated(Aggregation.MIN, List.of("sample", "secret/1")));
    assertThat(second.points()).isEqualTo(30);
    assertThat(second.cases()).extracting(TestCase::points).containsOnly(30.0);
  }

  @Test
  void infersWhatTheDraftLeavesOpen() throws Exception {
    tree.file("problem.yaml", Tree.DRAFT + "type: scoring\n")
        .tests("secret/a", 1)
        .tests("secret/b", 1)
        .tests("secret/c/inner", 2)
        .file("data/secret/test_group.yaml", "scoring: {score: 60}\n")
        .file("data/secret/a/test_group.yaml", "scoring: {score: 10}\n")
        .file("data/secret/c/test_group.yaml", "scoring: {aggregation: sum}\n")
        .file("data/secret/c/inner/test_group.yaml", "scoring: {aggregation: sum}\n");
    ProblemPackage problem = tree.open();
    assertThat(group(problem, "secret/b").points()).isEqualTo(25);
    assertThat(group(problem, "secret/c/inner").points()).isEqualTo(25);
    assertThat(group(problem, "secret/c/inner").cases())
        .extracting(TestCase::points)
        .containsOnly(12.5);
  }

  @Test
  void leavesUnboundedScoresToValidators() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: scoring\n")
        .tests("secret", 1)
        .file("data/secret/test_group.yaml", "max_score: unbounded\n");
    assertThat(tree.open().data().points()).isInfinite();
  }

  @Test
  void readsLegacyGradingWithWhatIsInherited() throws Exception {
    tree.file("problem.yaml", "name: T\ntype: scoring\nvalidator_flags: case_sensitive\n")
        .file(
            "data/testdata.yaml",
            """
            on_reject: continue
            grader_flags: ignore_sample
            range: 0 100
            output_validator_flags: float_tolerance 1e-4
            """)
        .tests("sample", 1)
        .tests("secret/a", 2)
        .tests("secret/b", 2)
        .file("data/secret/testdata.yaml", "grader_flags: always_accept sum\n")
        .file(
            "data/secret/a/testdata.yaml",
            "grader_flags: min first_error\naccept_score: 40\non_reject: break\n")
        .file("data/secret/b/testdata.yaml", "grader_flags: avg\naccept_score: 60\nrange: 0 60\n");
    ProblemPackage problem = tree.open();
    assertThat(problem.data().points()).isEqualTo(100);
    assertThat(((Graded) problem.data().grading()).ignoreSample()).isTrue();
    Graded first = (Graded) group(problem, "secret/a").grading();
    assertThat(first.verdictMode()).isEqualTo(VerdictMode.FIRST_ERROR);
    assertThat(first.scoreMode()).isEqualTo(ScoreMode.MIN);
    assertThat(first.breakOnReject()).isTrue();
    assertThat(first.ignoreSample()).isFalse();
    assertThat(group(problem, "secret/b").points()).isEqualTo(60);
    assertThat(problem.cases().getLast().validatorArguments())
        .containsExactly("case_sensitive", "float_tolerance", "1e-4");
  }

  @Test
  void readsLimitsFromWhereverTheyAre() throws Exception {
    tree.file("problem.yaml", "name: T\nlimits: {memory: 64}\n")
        .file(".timelimit", "2\n")
        .tests("secret", 1);
    assertThat(tree.open().limits().time()).hasSeconds(2);
    tree.file("domjudge-problem.ini", "timelimit='3.5'\r\n");
    assertThat(tree.open().limits().time()).as("as in DOMjudge").hasMillis(3500);
    assertThat(tree.open().limits().memoryMib()).isEqualTo(64);
  }

  @Test
  void takesDomjudgesPackageWithoutMetadata() throws Exception {
    tree.file("domjudge-problem.ini", "name = \"Boolfind\"\ntimelimit = 1\n").tests("secret", 1);
    assertThat(tree.open().names()).containsEntry("en", "Boolfind");
  }

  @Test
  void takesTheNameOfALegacyStatement() throws Exception {
    tree.file("problem.yaml", "license: cc0\n")
        .tests("secret", 1)
        .file("problem_statement/problem.en.tex", "\\problemname{A different problem}\nText");
    assertThat(tree.open().names()).containsEntry("en", "A different problem");
  }

  @Test
  void letsATestAskForFeedbackAndShowOtherFiles() throws Exception {
    tree.file("problem.yaml", Tree.LATER)
        .tests("sample", 1)
        .tests("secret", 2)
        .file("data/secret/2.yaml", "full_feedback: true\nhint: think\n")
        .file("data/sample/1.in.statement", "")
        .file("data/sample/1.out", "");
    ProblemPackage problem = tree.open();
    assertThat(problem.cases())
        .extracting(problem::feedback)
        .containsExactly(Feedback.DIFFERENCE, Feedback.VERDICT, Feedback.DIFFERENCE);
    assertThat(problem.cases().getLast().hint()).isEqualTo("think");
    assertThat(problem.cases().getFirst().shownInput()).hasFileName("1.in.statement");
    assertThat(problem.cases().getFirst().shownAnswer()).hasFileName("1.out");
  }

  @Test
  void readsTheRulesOfSubmissions() throws Exception {
    tree.file("problem.yaml", Tree.LATER)
        .tests("secret", 1)
        .file("submissions/accepted/a.py", "")
        .file("submissions/mixed/{odd}.py", "")
        .file("submissions/wrong_answer/w.py", "")
        .file("submissions/brute_force/b/main.py", "")
        .file(
            "submissions/submissions.yaml",
            """
            mixed/*.{py,cpp}: {permitted: [AC, TLE], language: python3, secret/*: {required: [TLE]}}
            wrong_answer: {permitted: [AC, WA, TLE]}
            """);
    List<ExampleSubmission> submissions = tree.open().submissions();
    assertThat(submissions)
        .extracting(ExampleSubmission::name)
        .containsExactly("accepted/a.py", "brute_force/b", "mixed/{odd}.py", "wrong_answer/w.py");
    assertThat(submissions.get(0).rules()).isEmpty();
    assertThat(submissions.get(1).rules()).hasSize(1);
    assertThat(submissions.get(2).rules()).hasSize(2);
    assertThat(submissions.get(2).rules().getLast().appliesTo("secret/1")).isTrue();
    assertThat(submissions.get(2).rules().getLast().appliesTo("sample/1")).isFalse();
    assertThat(submissions.get(3).expected()).isEmpty();
    assertThat(submissions.get(3).rules().getFirst().required()).containsExactly("WA");
  }
}
