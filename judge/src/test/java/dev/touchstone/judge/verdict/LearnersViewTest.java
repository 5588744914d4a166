package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersViewTest {
  @TempDir Path folder;

  @Test
  void tellsNothingOfTestsWhoseAuthorWantsNothingTold() throws Exception {
    var problem =
        PackageBuilder.in(folder).file("touchstone.yaml", "feedback: {hidden: none}\n").open();
    List<Object> told = new ArrayList<>();
    LearnersView view =
        new LearnersView(
            problem,
            new Progress() {
              @Override
              public void compiled(boolean ok, String output) {}

              @Override
              public void testsTotal(int count) {
                told.add(count);
              }

              @Override
              public void tested(TestResult result) {
                told.add(result.name());
              }
            });
    view.testsTotal(2);
    List<TestResult> results = List.of(result("sample/1"), result("secret/1"));
    results.forEach(view::tested);
    assertThat(told).containsExactly(1, "sample/1");
    assertThat(view.of(results)).extracting(TestResult::name).containsExactly("sample/1");
  }

  private static TestResult result(String name) {
    return new TestResult(1, name, "", false, Verdict.AC, 0, 0, 0, 0, 0, null, null);
  }
}
