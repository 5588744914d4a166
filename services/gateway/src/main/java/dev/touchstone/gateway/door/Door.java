package dev.touchstone.gateway.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Decides who may hold a connection, so that no client can occupy them all. When there is no room,
 * whoever made the least progress leaves; connections whose request is being answered stay.
 * Connections of trusted proxies speak for many clients: they count, but always enter and stay.
 * Thread-safe.
 */
final class Door {
  /** When all is full, room for many is made at once: it takes a look at all of them. */
  private static final int SHARE_THAT_LEAVES = 64;

  /** Why a connection was refused or closed; each is counted from the start. */
  private static final List<String> REASONS = List.of("refused", "headers", "body", "evicted");

  private final DoorLimits limits;
  private final Executor executor;
  private final MeterRegistry metrics;
  private final Set<DoorConnection> inside = new HashSet<>();
  private final Map<String, Integer> networks = new HashMap<>();

  /** Connections are closed on the given executor. */
  Door(DoorLimits limits, Executor executor, MeterRegistry metrics) {
    this.limits = limits;
    this.executor = executor;
    this.metrics = metrics;
    Gauge.builder("gateway.connections", this, Door::count)
        .description("Open connections of clients.")
        .register(metrics);
    REASONS.forEach(this::closed);
  }

  /** Lets a connection in; false if it has to be closed. */
  synchronized boolean admit(DoorConnection connection) {
    if (!connection.trusted()) {
      String network = connection.network();
      boolean room = hasRoom(network) || evict(1, other -> other.network().equals(network)) > 0;
      if (!room || (inside.size() >= limits.connections() && makeRoom() == 0)) {
        count("refused");
        return false;
      }
      networks.merge(network, 1, Integer::sum);
    }
    inside.add(connection);
    return true;
  }

  synchronized void left(DoorConnection connection) {
    if (inside.remove(connection) && !connection.trusted()) {
      networks.computeIfPresent(
          connection.network(), (network, count) -> count == 1 ? null : (Integer) (count - 1));
    }
  }

  /** Closes the connections whose clients are past a deadline. */
  void closeLate() {
    long now = System.nanoTime();
    for (DoorConnection connection : snapshot()) {
      if (connection.headersLate(now, limits.headers())) {
        close(connection, "headers");
      } else if (connection.bodyLate(now, limits.body())) {
        close(connection, "body");
      }
    }
  }

  private boolean hasRoom(String network) {
    return networks.getOrDefault(network, 0) < limits.perNetwork();
  }

  private int makeRoom() {
    return evict(Math.max(1, limits.connections() / SHARE_THAT_LEAVES), other -> true);
  }

  private int evict(int most, Predicate<DoorConnection> among) {
    record Candidate(DoorConnection connection, DoorConnection.Kind kind, long idle) {}
    long now = System.nanoTime();
    List<Candidate> leaving =
        inside.stream()
            .filter(connection -> !connection.trusted())
            .filter(among)
            .map(other -> new Candidate(other, other.kind(now), now - other.progress()))
            .filter(candidate -> candidate.kind() != DoorConnection.Kind.BUSY)
            .sorted(
                Comparator.comparing(Candidate::kind)
                    .thenComparing(Comparator.comparingLong(Candidate::idle).reversed()))
            .limit(most)
            .toList();
    leaving.forEach(candidate -> close(candidate.connection(), "evicted"));
    return leaving.size();
  }

  /** Its place is free at once, whenever the socket closes. */
  private void close(DoorConnection connection, String reason) {
    left(connection);
    count(reason);
    executor.execute(() -> connection.close(reason));
  }

  private synchronized List<DoorConnection> snapshot() {
    return List.copyOf(inside);
  }

  private synchronized int count() {
    return inside.size();
  }

  private void count(String reason) {
    closed(reason).increment();
  }

  private Counter closed(String reason) {
    return Counter.builder("gateway.connections.closed")
        .description("Connections that the gateway refused or closed before their time.")
        .tag("reason", reason)
        .register(metrics);
  }
}
