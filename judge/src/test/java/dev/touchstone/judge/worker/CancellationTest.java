package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void interruptsTheWorkAndLeavesNoInterruptBehind() {
    Cancellation cancellation = Cancellation.ofThisThread();
    cancellation.cancel();
    cancellation.cancel();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(cancellation.end()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(cancellation.end()).as("asked again").isTrue();
  }

  @Test
  void doesNotInterruptWhatComesAfterTheEnd() {
    Cancellation cancellation = Cancellation.ofThisThread();
    assertThat(cancellation.end()).isFalse();
    cancellation.cancel();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leavesAnInterruptOfSomebodyElse() {
    Cancellation cancellation = Cancellation.ofThisThread();
    Thread.currentThread().interrupt();
    assertThat(cancellation.end()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
