package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersViewTest {
  private static final TestResult SAMPLE = result("sample/1", 5L, 6L, 1500L, 3, null);
  private static final TestResult SECRET = result("secret/1", 50L, 60L, 2049L, null, 11);

  @TempDir Path folder;

  @Test
  void tellsNothingOfTestsWhoseAuthorWantsNothingTold() throws Exception {
    List<Object> shown = new ArrayList<>();
    LearnersView view = new LearnersView(problem("{hidden: none}"), into(shown));
    view.testsTotal(2);
    List.of(SAMPLE, SECRET).forEach(view::tested);
    assertThat(shown).containsExactly(1, SAMPLE);
    Judgement judgement = view.of(judgement());
    assertThat(judgement.tests()).containsExactly(SAMPLE);
    assertThat(judgement.cpuMs()).isEqualTo(5);
    assertThat(judgement.wallMs()).isEqualTo(6);
    assertThat(judgement.memoryKib()).isEqualTo(1500);
  }

  @Test
  void tellsWithAVerdictNothingThatAProgramCouldSetAtWill() throws Exception {
    List<Object> shown = new ArrayList<>();
    LearnersView view = new LearnersView(problem("{hidden: verdict}"), into(shown));
    view.tested(SECRET);
    TestResult cut = result("secret/1", null, null, null, null, null);
    assertThat(shown).containsExactly(cut);
    Judgement judgement = view.of(judgement());
    assertThat(judgement.tests()).containsExactly(SAMPLE, cut);
    assertThat(judgement.memoryKib()).isEqualTo(3072);
    assertThat(judgement.cpuMs()).isEqualTo(50);
  }

  private ProblemPackage problem(String feedback) throws Exception {
    return PackageBuilder.in(folder).file("touchstone.yaml", "feedback: " + feedback + "\n").open();
  }

  private static Judgement judgement() {
    return new Judgement(
        Verdict.RTE, 0, 1, 50, 60, 2049, "", "", List.of(SAMPLE, SECRET), Map.of(), Map.of());
  }

  private static Progress into(List<Object> shown) {
    return new Progress() {
      @Override
      public void compiled(boolean ok, String output) {}

      @Override
      public void testsTotal(int count) {
        shown.add(count);
      }

      @Override
      public void tested(TestResult result) {
        shown.add(result);
      }
    };
  }

  private static TestResult result(
      String name,
      @Nullable Long cpu,
      @Nullable Long wall,
      @Nullable Long memory,
      @Nullable Integer exitCode,
      @Nullable Integer signal) {
    return new TestResult(
        1, name, "", false, Verdict.AC, 0, cpu, wall, memory, exitCode, signal, null);
  }
}
