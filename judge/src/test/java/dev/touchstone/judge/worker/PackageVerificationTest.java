package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judge reports of a draft, with programs that are judged for real. */
class PackageVerificationTest {
  @TempDir private Path folder;

  @Test
  void reportsEverySubmissionAndTheComputedTimeLimit() throws Exception {
    write(
        Map.of(
            "problem.yaml", "problem_format_version: 2023-07\nname: Next\n",
            "data/sample/1.in", "1\n",
            "data/sample/1.ans", "2\n",
            "data/secret/1.in", "5\n",
            "data/secret/1.ans", "6\n",
            "submissions/accepted/right.py", "print(int(input()) + 1)\n",
            "submissions/wrong_answer/same.py", "print(int(input()))\n"));
    List<TestResult> shown = new ArrayList<>();
    ResultReport report = verify(shown);
    assertThat(report.verdict()).isEqualTo(Verdict.AC);
    assertThat(report.feedbackMessage()).isEqualTo("2 as expected, 0 different, 0 skipped");
    assertThat(shown).as("live, and again at the end").isEqualTo(report.tests());
    assertThat(report.tests())
        .extracting(row -> row.group() + " " + row.name() + " " + row.verdict())
        .containsExactly(
            "accepted/right.py sample/1 AC",
            "accepted/right.py secret/1 AC",
            " accepted/right.py AC",
            "wrong_answer/same.py sample/1 WA",
            "wrong_answer/same.py secret/1 WA",
            " wrong_answer/same.py WA",
            " .timelimit AC");
    assertThat(report.tests().getLast().timeMs()).isEqualTo(1000);
  }

  @Test
  void doesNotAcceptAPackageWhoseSolutionDiffersOrOfWhichNothingIsJudged() throws Exception {
    write(
        Map.of(
            "problem.yaml",
            "problem_format_version: 2023-07\nname: Next\nlimits: {time_limit: 1}\n",
            "data/secret/1.in",
            "1\n",
            "data/secret/1.ans",
            "2\n",
            "submissions/accepted/wrong.py",
            "print(int(input()))\n"));
    ResultReport report = verify(new ArrayList<>());
    assertThat(report.verdict()).isEqualTo(Verdict.WA);
    TestResult whole = report.tests().getLast();
    assertThat(whole.points()).isZero();
    assertThat(whole.feedback()).isNotNull();
    assertThat(whole.feedback().message()).contains("expected AC").contains("secret/1: WA");
    Files.delete(folder.resolve("submissions/accepted/wrong.py"));
    write(Map.of("submissions/accepted/unknown.zzz", "?"));
    report = verify(new ArrayList<>());
    assertThat(report.verdict()).as("nothing was judged").isEqualTo(Verdict.WA);
    assertThat(report.tests().getLast().verdict()).isEqualTo(Verdict.JE);
  }

  @Test
  void endsInTimeAndThenAcceptsNothing() throws Exception {
    write(
        Map.of(
            "problem.yaml",
            "problem_format_version: 2023-07\nname: Next\nlimits: {time_limit: 1}\n",
            "data/secret/1.in",
            "1\n",
            "data/secret/1.ans",
            "1\n",
            "submissions/accepted/right.py",
            "print(int(input()))\n"));
    ResultReport report = verify(new ArrayList<>(), Duration.ZERO);
    assertThat(report.verdict()).isEqualTo(Verdict.WA);
    TestResult row = report.tests().getLast();
    assertThat(row.name() + row.group() + row.verdict()).isEqualTo("accepted/right.pyJE");
    assertThat(row.feedback()).isNotNull();
    assertThat(row.feedback().message()).startsWith("skipped: the check took longer");
  }

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
  }

  private ResultReport verify(List<TestResult> shown) throws Exception {
    return verify(shown, Duration.ofHours(1));
  }

  private ResultReport verify(List<TestResult> shown, Duration longest) throws Exception {
    ProblemPackage problem = PackageReader.open(folder, "next");
    Languages languages = Languages.detect();
    Lease lease =
        new Lease("check-1", 1, JobKind.CHECK, -5, 3, "python3", List.of(), null, 1000, null);
    try (Sandbox sandbox = Sandbox.start(Judge.BOXES)) {
      Judge judge = new Judge(sandbox, languages);
      return new PackageVerification(problem, judge, languages, progress(shown), longest)
          .result(lease);
    }
  }

  private static Progress progress(List<TestResult> shown) {
    return new Progress() {
      @Override
      public void compiled(boolean ok, String output) {}

      @Override
      public void testsTotal(int count) {}

      @Override
      public void tested(TestResult result) {
        shown.add(result);
      }
    };
  }
}
