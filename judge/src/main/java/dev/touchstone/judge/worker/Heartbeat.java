package dev.touchstone.judge.worker;

import dev.touchstone.judge.worker.LeaseClient.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the scores service that a lease is still worked on, until it is closed. */
final class Heartbeat implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  /** Far beyond any judging; a worker that hangs must not hold its work for ever. */
  private static final Duration LONGEST_JOB = Duration.ofHours(1);

  private final LeaseClient leases;
  private final Lease lease;
  private final Thread thread;
  private volatile boolean lost;

  private Heartbeat(LeaseClient leases, Lease lease) {
    this.leases = leases;
    this.lease = lease;
    this.thread = Thread.ofVirtual().name("heartbeat-" + lease.leaseId()).unstarted(this::beat);
  }

  static Heartbeat start(LeaseClient leases, Lease lease) {
    Heartbeat heartbeat = new Heartbeat(leases, lease);
    heartbeat.thread.start();
    return heartbeat;
  }

  /** Whether somebody else has the work now. */
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
        } catch (RuntimeException e) { // the lease lives on for some beats
          log.warn("Heartbeat of lease {} failed", lease.leaseId(), e);
        }
      }
      log.error("Lease {} takes longer than {}; it is given up", lease.leaseId(), LONGEST_JOB);
      lost = true;
    } catch (LeaseLost e) {
      lost = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
