package dev.touchstone.standalone.queuebench;

import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.standalone.queuebench.QueueReport.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What all judges of one measurement did, and when they stop. Thread-safe. */
final class JudgeLog {
  private final long counted;
  private final long end;
  private final AtomicInteger leases = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Collection<String> faults = new ConcurrentLinkedQueue<>();
  private final Collection<Call> leaseCalls = new ConcurrentLinkedQueue<>();
  private final Collection<Call> resultCalls = new ConcurrentLinkedQueue<>();
  private volatile boolean aborted;

  /**
   * Begins now.
   *
   * @param ramp how long calls are not counted
   * @param time how long they are, from then on
   */
  JudgeLog(Duration ramp, Duration time) {
    counted = System.nanoTime() + ramp.toNanos();
    end = counted + time.toNanos();
  }

  private record Call(long start, long end) {}

  boolean isOver() {
    return aborted || System.nanoTime() - end > 0;
  }

  /** Whether judges stop even with a job in hand. */
  boolean isAborted() {
    return aborted;
  }

  void abort() {
    aborted = true;
  }

  void leased(Lease lease, long from, long to) {
    leases.incrementAndGet();
    leaseCalls.add(new Call(from, to));
    if (!held.add(lease.leaseId())) {
      faults.add(lease.leaseId() + " was leased twice.");
    }
  }

  void finished(Lease lease, long from, long to) {
    resultCalls.add(new Call(from, to));
    if (!done.add(lease.leaseId())) {
      faults.add(lease.leaseId() + " was finished twice.");
    }
  }

  void refusedResult(Lease lease, ServiceClient.Refused e) {
    faults.add("The result of " + lease.leaseId() + " was refused: " + e.getMessage() + ".");
  }

  /** A call failed and is repeated. */
  void failed() {
    failures.incrementAndGet();
  }

  int leased() {
    return leases.get();
  }

  int finished() {
    return done.size();
  }

  int failures() {
    return failures.get();
  }

  List<String> faults() {
    return new ArrayList<>(faults);
  }

  /** Leases within the counted time, a second. */
  double leasesPerSecond() {
    List<Call> calls = leaseCalls.stream().filter(this::isCounted).toList();
    long last = calls.stream().mapToLong(Call::end).max().orElse(counted + 1);
    return calls.size() * 1e9 / (last - counted);
  }

  Times leaseTimes() {
    return times(leaseCalls);
  }

  Times resultTimes() {
    return times(resultCalls);
  }

  private Times times(Collection<Call> calls) {
    return Times.of(
        calls.stream().filter(this::isCounted).map(call -> call.end() - call.start()).toList());
  }

  private boolean isCounted(Call call) {
    return call.end() - counted > 0 && call.end() - end <= 0;
  }
}
