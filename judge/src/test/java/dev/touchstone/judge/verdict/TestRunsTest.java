package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.TestCase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests run beside each other as if each had waited for the last. */
@Timeout(60)
class TestRunsTest {
  private final SpareProcessors spare = new SpareProcessors(2, 1);
  private final List<String> started = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void twoRunAtOnceWhereAProcessorIsFree() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (TestRuns runs =
        runs(
            4,
            test -> {
              both.countDown();
              assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
              return Verdict.AC;
            })) {
      for (TestCase test : tests(4)) {
        assertThat(runs.outcome(test).verdict()).isEqualTo(Verdict.AC);
      }
    }
    assertThat(most).hasValue(2);
    assertThat(started).hasSize(4).containsExactlyInAnyOrder("0", "1", "2", "3");
  }

  @Test
  void eachRunsAloneWhereOthersAreJudged() throws Exception {
    try (SpareProcessors.Judging _ = spare.begin();
        SpareProcessors.Judging _ = spare.begin();
        TestRuns runs = runs(4, test -> Verdict.AC)) {
      for (TestCase test : tests(4)) {
        assertThat(runs.outcome(test).verdict()).isEqualTo(Verdict.AC);
      }
    }
    assertThat(most).hasValue(1);
    assertThat(spare.borrow()).as("after the others").isTrue();
  }

  @Test
  void whatTookTooLongBesideAnotherIsRepeatedAlone() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (TestRuns runs =
        runs(
            5,
            test -> {
              both.countDown();
              boolean first = started.stream().filter(test::equals).count() == 1;
              if (first && both.await(1, TimeUnit.SECONDS) && running.get() > 1) {
                return Verdict.TLE;
              }
              return Verdict.AC;
            })) {
      for (TestCase test : tests(5)) {
        assertThat(runs.outcome(test).verdict()).isEqualTo(Verdict.AC);
      }
    }
    assertThat(started).as("the first again").contains("0", "1").hasSizeGreaterThan(5);
  }

  @Test
  void whatTakesTooLongAloneIsNotRepeated() throws Exception {
    try (TestRuns runs =
        new TestRuns(runner(test -> Verdict.TLE), SpareProcessors.NONE, tests(3))) {
      assertThat(runs.outcome(tests(3).getFirst()).verdict()).isEqualTo(Verdict.TLE);
    }
    assertThat(started).containsExactly("0");
  }

  @Test
  void aFailureBesideAnotherIsRepeatedAloneAndThenCounts() {
    CountDownLatch both = new CountDownLatch(2);
    try (TestRuns runs =
        runs(
            2,
            test -> {
              both.countDown();
              boolean _ = both.await(1, TimeUnit.SECONDS);
              throw new PackageFaultException("no " + test);
            })) {
      assertThatThrownBy(() -> runs.outcome(tests(2).getFirst())).hasMessage("no 0");
    }
    assertThat(started.stream().filter("0"::equals)).hasSize(2);
  }

  @Test
  void whatIsNotAskedForIsStoppedAndDoesNotCount() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    AtomicInteger stopped = new AtomicInteger();
    try (TestRuns runs =
        runs(
            3,
            test -> {
              if (test.equals("0")) {
                assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
                return Verdict.WA;
              }
              second.countDown();
              try {
                Thread.sleep(Duration.ofMinutes(10));
              } catch (InterruptedException e) {
                stopped.incrementAndGet();
              }
              return Verdict.JE;
            })) {
      assertThat(runs.outcome(tests(3).getFirst()).verdict()).isEqualTo(Verdict.WA);
    }
    assertThat(stopped.get()).isEqualTo(running.get() == 0 ? started.size() - 1 : -1);
    assertThat(spare.borrow()).as("the processor is free again").isTrue();
  }

  @Test
  void skippedTestsDoNotHoldUpThoseThatAreAskedFor() throws Exception {
    try (TestRuns runs =
        runs(
            4,
            test -> {
              if (test.equals("1")) {
                try {
                  Thread.sleep(Duration.ofMinutes(10));
                } catch (InterruptedException e) {
                  return Verdict.JE;
                }
              }
              return Verdict.AC;
            })) {
      assertThat(runs.outcome(tests(4).get(0)).verdict()).isEqualTo(Verdict.AC);
      assertThat(runs.outcome(tests(4).get(2)).verdict()).isEqualTo(Verdict.AC);
      assertThat(runs.outcome(tests(4).get(3)).verdict()).isEqualTo(Verdict.AC);
    }
  }

  /** What runs ahead of a skip still ends while the test after it is asked for. */
  @Test
  void aTestAfterSkippedOnesRunsOnceAndAsAnyOther() throws Exception {
    CountDownLatch skipped = new CountDownLatch(2);
    try (TestRuns runs =
        runs(
            8,
            test -> {
              if (test.equals("1") || test.equals("2")) {
                skipped.countDown();
                try {
                  Thread.sleep(Duration.ofMinutes(10));
                } catch (InterruptedException e) {
                  Thread.sleep(200); // a box is not free at once
                  return Verdict.JE;
                }
              }
              return Verdict.AC;
            })) {
      assertThat(runs.outcome(tests(8).get(0)).verdict()).isEqualTo(Verdict.AC);
      assertThat(skipped.await(30, TimeUnit.SECONDS)).isTrue();
      for (TestCase test : tests(8).subList(4, 8)) {
        assertThat(runs.outcome(test).verdict()).isEqualTo(Verdict.AC);
      }
    }
    assertThat(started).doesNotHaveDuplicates().contains("4", "5", "6", "7");
    assertThat(most).hasValue(2);
  }

  private interface Program {
    Verdict run(String test) throws InterruptedException;
  }

  private TestRuns runs(int number, Program program) {
    return new TestRuns(runner(program), spare, tests(number));
  }

  private TestRuns.Runner runner(Program program) {
    return (test, _) -> {
      started.add(test.name());
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      try {
        return outcome(program.run(test.name()));
      } catch (InterruptedException e) {
        throw new IOException(e);
      } finally {
        running.decrementAndGet();
      }
    };
  }

  private static TestOutcome outcome(Verdict verdict) {
    Execution execution = new Execution(Outcome.EXITED, 0, 0, Duration.ZERO, Duration.ZERO, 0);
    return new TestOutcome(verdict, execution, null, null);
  }

  private static List<TestCase> tests(int number) {
    return IntStream.range(0, number)
        .mapToObj(i ->
            new TestCase(
                Integer.toString(i),
                "",
                false,
                Path.of("in"),
                Path.of("ans"),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                1))
        .toList();
  }
}
