package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessUsageTest {
  /**
   * As long as bubblewrap has not changed its root folder, all processes of the machine are
   * visible.
   */
  @Test
  void doesNotTakeTheProcessesOfTheMachineForThoseOfABox() {
    ProcessUsage usage = new ProcessUsage((int) ProcessHandle.current().pid(), 1);
    usage.look();
    assertThat(usage.cpuTime()).isZero();
    assertThat(usage.peakMemory()).isZero();
    assertThat(usage.outOfMemory()).isFalse();
  }

  @Test
  void seesNothingOfABoxThatHasEnded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    ProcessUsage usage = new ProcessUsage((int) ended.pid(), 1);
    usage.look();
    assertThat(usage.cpuTime()).isZero();
  }
}
