package dev.touchstone.platform.http;

import dev.touchstone.platform.telemetry.AccessLog;
import dev.touchstone.platform.telemetry.LogFields;
import dev.touchstone.platform.telemetry.MethodName;
import dev.touchstone.platform.telemetry.RequestTimers;
import dev.touchstone.platform.tracing.RequestSpan;
import dev.touchstone.platform.tracing.TraceContext;
import dev.touchstone.platform.tracing.Tracing;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Gives each request its id, its span and its log line, and counts it in the metrics. */
final class RequestFilter implements Filter {
  private static final HeaderName TRACE = HeaderNames.create(TraceContext.HEADER);

  private final AccessLog log = new AccessLog();
  private final RequestTimers timers;
  private final Tracing tracing;

  RequestFilter(MeterRegistry registry, Tracing tracing) {
    this.timers = new RequestTimers(registry);
    this.tracing = tracing;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    String id = RequestId.acceptOrCreate(request.headers().first(RequestId.HEADER));
    String method = MethodName.of(request.prologue().method().text());
    RequestSpan span = tracing.receive(method, request.headers().first(TRACE).orElse(null));
    long start = System.nanoTime();
    MDC.put(LogFields.REQUEST_ID, id);
    span.requestId(id);
    span.traceId().ifPresent(trace -> MDC.put(LogFields.TRACE_ID, trace));
    span.spanId().ifPresent(own -> MDC.put(LogFields.SPAN_ID, own));
    response.header(RequestId.HEADER, id);
    response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    try (Scope _ = span.context().makeCurrent()) {
      chain.proceed();
    } finally {
      // The pattern, not the path: metrics with an id in a label grow without bound.
      String route = request.matchingPattern().orElse("unmatched");
      span.end(route, response.status().code());
      record(request, response, method, route, System.nanoTime() - start);
      LogFields.clear();
    }
  }

  private void record(
      RoutingRequest request, RoutingResponse response, String method, String route, long nanos) {
    int status = response.status().code();
    timers.record(method, route, status, nanos);
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
