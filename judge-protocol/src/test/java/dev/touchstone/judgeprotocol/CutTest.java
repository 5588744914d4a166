package dev.touchstone.judgeprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final String HUGE = "x".repeat(10 << 20);

  private static TestResult test(int index, String feedback) {
    return new TestResult(
        index,
        HUGE,
        HUGE,
        false,
        Verdict.WA,
        0,
        null,
        null,
        null,
        null,
        null,
        new TestFeedback(feedback, feedback, feedback, feedback, feedback));
  }

  private static ResultReport result(List<TestResult> tests) {
    RunOutput output = new RunOutput(HUGE, HUGE, 0, null, 1L, 1L, true);
    return new ResultReport(1, Verdict.WA, 0, 1, 1, 1, 1, HUGE, HUGE, tests, output);
  }

  private static String json(Object message) {
    return Json.MAPPER.writeValueAsString(message);
  }

  @Test
  void everyTextOfAReportIsCut() {
    assertThat(json(result(List.of(test(1, HUGE))))).hasSizeLessThan(300_000);
    assertThat(json(new CompileReport(false, HUGE))).hasSizeLessThan(40_000);
    assertThat(json(new ReleaseReport(1, HUGE))).hasSizeLessThan(2_000);
  }

  @Test
  void whatWasCutStaysAsItIs() {
    ResultReport sent = result(List.of(test(1, HUGE)));
    assertThat(Json.MAPPER.readValue(json(sent), ResultReport.class)).isEqualTo(sent);
  }

  @Test
  void manyTestsShareOneMeasureOfFeedback() {
    String controls = "\u0001".repeat(TestFeedback.LONGEST); // six characters each in JSON
    List<TestResult> tests = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      tests.add(
          new TestResult(
              i,
              "secret/" + i,
              "secret",
              false,
              Verdict.WA,
              0,
              1L,
              1L,
              1L,
              0,
              null,
              new TestFeedback(controls, controls, controls, controls, controls)));
    }
    ResultReport report = result(tests);
    assertThat(json(report).length()).isLessThan(32 << 20);
    assertThat(report.tests()).hasSize(10_000);
    assertThat(report.tests().getFirst().feedback()).isNotNull();
    assertThat(report.tests().getLast().feedback()).isNull();
    assertThat(json(new ProgressReport(1, null, null, tests)).length()).isLessThan(32 << 20);
  }

  @Test
  void noCharacterIsCutInHalf() {
    String faces = "a" + "\uD83D\uDE00".repeat(5_000);
    TestFeedback feedback = new TestFeedback(faces, "short", null, null, null);
    String message = Objects.requireNonNull(feedback.message());
    assertThat(message.codePoints().filter(Character::isBmpCodePoint).toArray())
        .containsExactly('a', '\n', '…');
    assertThat(feedback.input()).isEqualTo("short");
  }
}
