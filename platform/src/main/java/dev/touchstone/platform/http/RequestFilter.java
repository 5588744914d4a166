package dev.touchstone.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Gives each request its id, its log line and its place in the metrics. */
final class RequestFilter implements Filter {
  private static final Logger log = LoggerFactory.getLogger("access");
  private final MeterRegistry registry;

  RequestFilter(MeterRegistry registry) {
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
    String status = Integer.toString(response.status().code());
    Timer.builder("http.server.requests")
        .description("Time to answer a request, until its response was written.")
        .tags("method", method, "route", route, "status", status)
        .publishPercentileHistogram()
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    log.atLevel(route.equals("/health") || route.equals("/ready") ? Level.DEBUG : Level.INFO)
        .addKeyValue("method", method)
        .addKeyValue("path", request.path().rawPath())
        .addKeyValue("status", status)
        .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(nanos))
        .log("{} {} {}", method, request.path().rawPath(), status);
  }
}
