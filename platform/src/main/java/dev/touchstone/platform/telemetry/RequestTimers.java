package dev.touchstone.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The times of HTTP requests by method, route and status. Each timer is looked up in the registry
 * once: describing it again for every request takes longer than recording does. Thread-safe.
 */
public final class RequestTimers {
  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  private record Kind(String method, String route, int status) {}

  /** Records in the given registry. */
  public RequestTimers(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Records a request.
   *
   * @param method as {@link MethodName} has it, for anybody can make up others
   * @param route the pattern of the address or its name, never the address
   */
  public void record(String method, String route, int status, long nanos) {
    timers
        .computeIfAbsent(new Kind(method, route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .description("Time from receiving a request to having written the response.")
        .tags(
            "method", kind.method(),
            "route", kind.route(),
            "status", Integer.toString(kind.status()))
        .publishPercentileHistogram()
        .register(registry);
  }
}
