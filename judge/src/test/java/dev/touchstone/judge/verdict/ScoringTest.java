package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points by the rules of the versions, with programs that are judged for real. */
class ScoringTest {
  private static final RealJudge JUDGE = new RealJudge();

  /** Right for numbers below ten. */
  private static final String SMALL = "n = int(input())\nprint(n + 1 if n < 10 else 0)";

  private static final String UUID = "00000000-0000-0000-0000-000000000000";

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  private PackageBuilder groups() throws Exception {
    return PackageBuilder.empty(folder)
        .test("sample/1", "1", "2")
        .test("secret/a/1", "2", "3")
        .test("secret/a/2", "3", "4")
        .test("secret/b/1", "20", "21")
        .test("secret/b/2", "4", "5")
        .test("secret/c/1", "5", "6");
  }

  private static List<String> names(Judgement judgement) {
    return judgement.tests().stream().map(TestResult::name).toList();
  }

  @Test
  void groupsWinAllOrNothingAndRequireOthers() throws Exception {
    Judgement judgement =
        JUDGE.python(
            groups()
                .more("type: scoring\n")
                .file("data/secret/a/test_group.yaml", "max_score: 30\nrequire_pass: sample\n")
                .file("data/secret/b/test_group.yaml", "max_score: 50\n")
                .file("data/secret/c/test_group.yaml", "max_score: 20\nrequire_pass: [secret/b]\n")
                .open(),
            SMALL);
    assertThat(judgement.verdict()).isEqualTo(Verdict.WA);
    assertThat(judgement.points()).isEqualTo(30);
    assertThat(judgement.maxPoints()).isEqualTo(100);
    assertThat(names(judgement))
        .as("b stops at its failure, c needs b")
        .containsExactly("sample/1", "secret/a/1", "secret/a/2", "secret/b/1");
    assertThat(judgement.tests())
        .extracting(TestResult::points)
        .containsExactly(0.0, 0.0, 30.0, 0.0);
  }

  @Test
  void sumsGoOnAfterAFailureAndMinimaDoNot() throws Exception {
    Judgement judgement =
        JUDGE.python(
            groups()
                .more("type: scoring\n")
                .file("data/secret/a/test_group.yaml", "max_score: 30\nscore_aggregation: min\n")
                .file("data/secret/b/test_group.yaml", "max_score: 50\nscore_aggregation: sum\n")
                .file("data/secret/c/test_group.yaml", "max_score: 20\n")
                .open(),
            SMALL);
    assertThat(judgement.points()).isEqualTo(30 + 25 + 20);
    assertThat(names(judgement)).hasSize(6);
    assertThat(judgement.groupScores()).containsEntry("secret/b", 25.0);
  }

  @Test
  void legacyGradersDecideOnVerdictAndScore() throws Exception {
    PackageBuilder builder =
        groups()
            .metadata("name: Old\ntype: scoring\n")
            .file("data/testdata.yaml", "grader_flags: ignore_sample\non_reject: continue\n")
            .file("data/secret/testdata.yaml", "grader_flags: always_accept sum\n")
            .file(
                "data/secret/a/testdata.yaml",
                "grader_flags: min\naccept_score: 40\non_reject: break\n")
            .file(
                "data/secret/b/testdata.yaml",
                "grader_flags: min\naccept_score: 50\non_reject: break\n")
            .file("data/secret/c/testdata.yaml", "grader_flags: avg\naccept_score: 10\n");
    Judgement partial = JUDGE.python(builder.open(), SMALL);
    assertThat(partial.verdict()).isEqualTo(Verdict.AC);
    assertThat(partial.points()).isEqualTo(50);
    assertThat(partial.maxPoints()).isEqualTo(100);
    assertThat(names(partial)).contains("secret/b/1").doesNotContain("secret/b/2");
    Judgement refused =
        JUDGE.python(
            builder.file("data/secret/testdata.yaml", "grader_flags: first_error sum\n").open(),
            SMALL);
    assertThat(refused.verdict()).isEqualTo(Verdict.WA);
    assertThat(refused.points()).as("only what is accepted has a score").isZero();
  }

  /** Another order than that of verdicts elsewhere, where a time limit is worse than a crash. */
  @Test
  void theWorstErrorOfALegacyGroupHasItsOwnOrder() throws Exception {
    String fails = "n = int(input())\nif n == 1: raise SystemExit(1)\nwhile n == 2: pass\nprint(0)";
    for (String mode : List.of("worst_error", "no_errors")) {
      PackageBuilder builder =
          PackageBuilder.empty(folder.resolve(mode))
              .metadata("name: Old\n")
              .test("secret/1", "3", "3")
              .test("secret/2", "2", "2")
              .file("data/testdata.yaml", "on_reject: continue\ngrader_flags: " + mode + "\n");
      assertThat(JUDGE.python(builder.open(), fails).verdict()).isEqualTo(Verdict.TLE);
      assertThat(JUDGE.python(builder.test("secret/3", "1", "1").open(), fails).verdict())
          .isEqualTo(Verdict.RTE);
    }
  }

  @Test
  void whatIsAcceptedWithoutPartsWinsAllInEachVersion() throws Exception {
    PackageBuilder builder = groups().file("statement/problem.en.md", "");
    for (String version : List.of("legacy", "2023-07", "2025-09")) {
      builder.metadata("problem_format_version: " + version + "\nname: All\nuuid: " + UUID + "\n");
      Judgement accepted = JUDGE.python(builder.open(), "print(int(input()) + 1)");
      assertThat(accepted.verdict()).as(version).isEqualTo(Verdict.AC);
      assertThat(accepted.points()).as(version).isEqualTo(1);
      assertThat(accepted.maxPoints()).as(version).isEqualTo(1);
      assertThat(accepted.groupScores()).as(version).containsEntry("secret", 1.0);
      Judgement refused = JUDGE.python(builder.open(), SMALL);
      assertThat(refused.verdict()).as(version).isEqualTo(Verdict.WA);
      assertThat(refused.points()).as(version).isZero();
      assertThat(refused.maxPoints()).as(version).isEqualTo(1);
    }
  }

  @Test
  void validatorsGiveScoresWithinTheRules() throws Exception {
    String validator = "import sys\nopen(sys.argv[3] + '%s', 'w').write('%s')\nsys.exit(%d)\n";
    PackageBuilder builder =
        PackageBuilder.empty(folder).more("type: scoring\n").test("secret/1", "1", "2");
    assertThat(
            JUDGE
                .python(
                    builder
                        .validator(validator.formatted("score_multiplier.txt", "0.25", 42))
                        .open(),
                    SMALL)
                .points())
        .isEqualTo(25);
    assertThat(
            JUDGE
                .python(
                    builder.validator(validator.formatted("score.txt", "7.5", 42)).open(), SMALL)
                .points())
        .isEqualTo(7.5);
    for (String bad : List.of("score.txt,101,42", "score.txt,nonsense,42", "score.txt,1,43")) {
      String[] parts = bad.split(",", -1);
      Judgement judgement =
          JUDGE.python(
              builder
                  .validator(validator.formatted(parts[0], parts[1], Integer.parseInt(parts[2])))
                  .open(),
              SMALL);
      assertThat(judgement.verdict()).as(bad).isEqualTo(Verdict.JE);
    }
  }

  /** Their sum and their share would be no numbers, and neither would any total that has them. */
  @Test
  void validatorsGiveNoScoresWithoutBounds() throws Exception {
    String validator =
        "import sys\nopen(sys.argv[3] + 'score.txt', 'w').write('%s')\nsys.exit(42)\n";
    PackageBuilder builder =
        PackageBuilder.empty(folder)
            .metadata("name: Old\ntype: scoring\nvalidation: custom score\n")
            .test("secret/1", "1", "2");
    Judgement large = JUDGE.python(builder.validator(validator.formatted("1e6")).open(), SMALL);
    assertThat(large.points()).isEqualTo(1e6);
    for (String score : List.of("1e999", "-1e999", "1e308", "nan", "inf", "")) {
      Judgement judgement =
          JUDGE.python(builder.validator(validator.formatted(score)).open(), SMALL);
      assertThat(judgement.verdict()).as(score).isEqualTo(Verdict.JE);
      assertThat(judgement.points()).as(score).isZero();
    }
  }
}
