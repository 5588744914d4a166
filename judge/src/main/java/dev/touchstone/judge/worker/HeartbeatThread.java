package dev.touchstone.judge.worker;

import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import dev.touchstone.judgeprotocol.Lease;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports to the scores service that the work on a lease continues, until it is closed. */
final class HeartbeatThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HeartbeatThread.class);

  /** Far beyond any judging; a worker that hangs must not keep its work forever. */
  private static final Duration LONGEST_JOB = Duration.ofHours(1);

  private final LeaseClient leases;
  private final Lease lease;
  private final Cancellation cancellation;
  private final Thread thread;
  private volatile boolean lost;

  private HeartbeatThread(LeaseClient leases, Lease lease, Cancellation cancellation) {
    this.leases = leases;
    this.lease = lease;
    this.cancellation = cancellation;
    this.thread = Thread.ofVirtual().name("heartbeat-" + lease.leaseId()).unstarted(this::beat);
  }

  /** Starts; the cancellation is triggered when the lease is lost. */
  static HeartbeatThread start(LeaseClient leases, Lease lease, Cancellation cancellation) {
    HeartbeatThread heartbeat = new HeartbeatThread(leases, lease, cancellation);
    heartbeat.thread.start();
    return heartbeat;
  }

  /** Whether the lease has ended. */
  boolean isLost() {
    return lost;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void beat() {
    try {
      Instant end = Instant.now().plus(LONGEST_JOB);
      while (Instant.now().isBefore(end)) {
        Thread.sleep(lease.heartbeatMs());
        try {
          leases.heartbeat(lease);
        } catch (RuntimeException e) { // the lease survives some missed heartbeats
          log.warn("The heartbeat of lease {} failed", lease.leaseId(), e);
        }
      }
      log.error(
          "Lease {} takes longer than {}; stopping its judging", lease.leaseId(), LONGEST_JOB);
      lose();
    } catch (LeaseLost e) {
      lose();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lose() {
    lost = true;
    cancellation.cancel();
  }
}
