package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RunClockTest {
  private static final long MILLISECOND = 1_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final int PERIOD = 20;

  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  /** What a program does in a given millisecond. */
  private enum Doing {
    COMPUTES,
    WAITS,
    SLEEPS
  }

  private interface Program {
    Doing doing(long millisecond);
  }

  @Test
  void timeAsleepCounts() {
    assertThat(life(_ -> Doing.SLEEPS)).isBetween(3_980L, 4_040L);
  }

  @Test
  void timeThatAProcessorWasWaitedForDoesNotCount() {
    // One of six programs on a processor.
    assertThat(life(now -> now % 6 == 0 ? Doing.COMPUTES : Doing.WAITS)).isGreaterThan(20_000);
    assertThat(life(now -> now < 8_000 ? Doing.WAITS : Doing.SLEEPS)).isBetween(10_700L, 11_300L);
  }

  @Test
  void aShortWaitMakesNoDifferenceToASleeper() {
    assertThat(life(now -> now % PERIOD == 0 ? Doing.WAITS : Doing.SLEEPS))
        .isBetween(4_000L, 4_600L);
  }

  @Test
  void aProgramThatComputesAndSleepsGainsLittle() {
    for (int busy = 1; busy < PERIOD; busy++) {
      int share = busy;
      long life = life(now -> now % PERIOD < share ? Doing.COMPUTES : Doing.SLEEPS);
      assertThat(life).as("%d of %d", busy, PERIOD).isLessThan(6_000);
    }
  }

  @Test
  void noRunLastsTenTimesItsLimit() {
    assertThat(life(_ -> Doing.WAITS)).isBetween(30_000L, 40_040L);
  }

  /** How many milliseconds pass until the limit, with looks at random times. */
  private long life(Program program) {
    Doing[] now = {Doing.SLEEPS};
    RunClock clock = new RunClock(0, LIMIT, () -> now[0] != Doing.SLEEPS);
    long computed = 0;
    long nextLook = 0;
    for (long time = 0; ; time++) {
      now[0] = program.doing(time);
      computed += now[0] == Doing.COMPUTES ? 1 : 0;
      if (time >= nextLook) {
        clock.look(time * MILLISECOND, Duration.ofMillis(computed));
        if (clock.left(time * MILLISECOND) < 0) {
          return time;
        }
        nextLook = time + Math.clamp((long) (random.nextExponential() * 10), 2, 20);
      }
    }
  }
}
