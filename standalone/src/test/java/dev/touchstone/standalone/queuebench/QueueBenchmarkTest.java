package dev.touchstone.standalone.queuebench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.standalone.queuebench.QueueReport.Measurement;
import dev.touchstone.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueBenchmarkTest {
  @Test
  void manyJudgesGetEveryJobOnceAndFinishItOnce() throws InterruptedException {
    QueueLoad load =
        new QueueLoad(40, 400, List.of(50, 250), 2, Duration.ZERO, Duration.ofMinutes(5));
    List<String> progress = new ArrayList<>();
    QueueReport report =
        new QueueBenchmark(load, progress::add)
            .run(TestDatabase.createUrl(), "judge-token-of-these-tests-only!");
    assertThat(report.measurements()).extracting(Measurement::faults).containsOnly(List.of());
    assertThat(report.measurements()).extracting(Measurement::leased).containsExactly(400, 400);
    assertThat(report.measurements()).extracting(Measurement::finished).containsExactly(50, 250);
    assertThat(report.isCorrect()).isTrue();
    assertThat(progress).contains("Writing 250 of 250 finished submissions");
  }
}
