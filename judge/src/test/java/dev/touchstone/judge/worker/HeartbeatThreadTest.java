package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.testing.Await;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatThreadTest {
  private final FakeScores scores = new FakeScores();
  private final Lease lease = Leases.submission(1);
  private final Cancellation cancellation = Cancellation.ofThisThread();

  @AfterEach
  void stop() {
    cancellation.end();
    scores.close();
  }

  private HeartbeatThread start() {
    return HeartbeatThread.start(Leases.client(scores), lease, cancellation);
  }

  @Test
  void goesOnWhenHeartbeatsFail() {
    scores.failures.set(3);
    try (HeartbeatThread heartbeat = start()) {
      Await.until("heartbeats", () -> scores.heartbeats.get() >= 3);
      assertThat(heartbeat.isLost()).isFalse();
    }
    assertThat(cancellation.end()).isFalse();
  }

  @Test
  void stopsTheJudgingOfALostLease() throws Exception {
    scores.lost.add(lease.leaseId());
    try (HeartbeatThread heartbeat = start()) {
      Thread.sleep(Duration.ofSeconds(30));
      throw new AssertionError("nothing interrupted the judging: " + heartbeat.isLost());
    } catch (InterruptedException e) {
      assertThat(cancellation.end()).isTrue();
    }
  }

  @Test
  void endsWhenItIsClosed() throws Exception {
    start().close();
    Thread.sleep(Duration.ofMillis(500));
    assertThat(scores.heartbeats).hasValue(0);
  }
}
