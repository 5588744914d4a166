package dev.touchstone.operations.keys;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that is at work on a rotation, until it says that it has stopped, or its time is up.
 *
 * @param id of this run
 * @param host the machine
 * @param process its number there
 * @param until when another may take over
 */
record Worker(String id, String host, long process, Instant until) {
  /** Longer than any single step takes; a step has time limits of its own. */
  static final Duration TIME = Duration.ofMinutes(5);

  /** This process, from now on. */
  static Worker current(String id, Instant now) {
    return new Worker(id, hostName(), ProcessHandle.current().pid(), now.plus(TIME));
  }

  /** Whether it may still be at work. A process of this machine that is gone is not. */
  boolean busy(Instant now) {
    return until.isAfter(now) && !(host.equals(hostName()) && processIsGone());
  }

  private boolean processIsGone() {
    Optional<ProcessHandle> found = ProcessHandle.of(process);
    return found.isEmpty() || !found.orElseThrow().isAlive();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
