package dev.touchstone.judge.worker;

import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judgeprotocol.Phase;
import dev.touchstone.judgeprotocol.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures the parts of a judging, one after the other from its making on. Used by the thread that
 * judges.
 */
final class Phases {
  private final List<Phase> ended = new ArrayList<>();
  private final long start = System.nanoTime();
  private long last = start;

  /** A part has ended that began where the one before did. */
  void end(String name) {
    add(name, null, 0);
  }

  /** All parts so far. */
  List<Phase> list() {
    return List.copyOf(ended);
  }

  /** Measures compiling and each group of tests on the way to another receiver. */
  Progress before(Progress next) {
    return new Progress() {
      @Override
      public void compiled(boolean ok, String output) {
        end("compile");
        next.compiled(ok, output);
      }

      @Override
      public void testsTotal(int count) {
        next.testsTotal(count);
      }

      @Override
      public void tested(TestResult result) {
        addTest(result.group());
        next.tested(result);
      }
    };
  }

  /** Tests of one group in a row are one part. */
  private void addTest(String group) {
    Phase before = ended.isEmpty() ? null : ended.getLast();
    if (before == null || !group.equals(before.group())) {
      add("tests", group, 1);
      return;
    }
    last = System.nanoTime();
    ended.removeLast();
    ended.add(
        new Phase(
            before.name(),
            group,
            before.startUs(),
            micros(last - start) - before.startUs(),
            before.tests() + 1));
  }

  private void add(String name, @Nullable String group, int tests) {
    long now = System.nanoTime();
    ended.add(new Phase(name, group, micros(last - start), micros(now - last), tests));
    last = now;
  }

  private static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }
}
