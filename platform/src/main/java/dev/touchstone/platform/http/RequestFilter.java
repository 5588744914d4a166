package dev.touchstone.platform.http;

import dev.touchstone.platform.telemetry.AccessLog;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Gives each request its id and its log line, and counts it in the metrics. */
final class RequestFilter implements Filter {
  private final AccessLog log;
  private final MeterRegistry registry;

  RequestFilter(String service, MeterRegistry registry) {
    this.log = new AccessLog(service);
    this.registry = registry;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    String id = RequestId.acceptOrCreate(request.headers().first(RequestId.HEADER));
    long start = System.nanoTime();
    MDC.put(RequestId.LOG_KEY, id);
    response.header(RequestId.HEADER, id);
    response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    try {
      chain.proceed();
    } finally {
      record(request, response, System.nanoTime() - start);
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  private void record(RoutingRequest request, RoutingResponse response, long nanos) {
    String method = request.prologue().method().text();
    // The pattern, not the path: metrics with an id in a label grow without bound.
    String route = request.matchingPattern().orElse("unmatched");
    int status = response.status().code();
    Timer.builder("http.server.requests")
        .description("Time from receiving a request to having written the response.")
        .tags("method", method, "route", route, "status", Integer.toString(status))
        .publishPercentileHistogram()
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    boolean probe = route.equals("/health") || route.equals("/ready");
    log.line(
            probe ? Level.DEBUG : Level.INFO,
            kind(request, response),
            method,
            request.path().rawPath(),
            status,
            nanos)
        .log();
  }

  /** The kind that the endpoint registered for the request, or the one that the response shows. */
  private static AccessLog.Kind kind(RoutingRequest request, RoutingResponse response) {
    return request
        .context()
        .get(AccessLog.Kind.class)
        .orElseGet(() ->
            AccessLog.Kind.ofResponse(
                response.headers().first(HeaderNames.CONTENT_TYPE).orElse(null)));
  }
}
