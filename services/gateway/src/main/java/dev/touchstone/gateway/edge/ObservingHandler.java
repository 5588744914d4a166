package dev.touchstone.gateway.edge;

import dev.touchstone.platform.telemetry.AccessLog;
import dev.touchstone.platform.telemetry.MethodName;
import dev.touchstone.platform.telemetry.RequestTimers;
import dev.touchstone.platform.tracing.TraceContext;
import dev.touchstone.platform.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Gives each request its span, its log line and its place in the metrics. */
public final class ObservingHandler extends EventsHandler {
  private static final AccessLog log = new AccessLog();

  private static final String ROUTE = ObservingHandler.class.getName() + ".route";

  private final RequestTimers timers;
  private final Tracing tracing;
  private final boolean trustsTraces;

  /**
   * Records in the given registry.
   *
   * @param trustsTraces whether a request may continue the trace that its caller names
   */
  public ObservingHandler(
      MeterRegistry registry, Tracing tracing, boolean trustsTraces, Handler next) {
    super(next);
    this.timers = new RequestTimers(registry);
    this.tracing = tracing;
    this.trustsTraces = trustsTraces;
  }

  /** Sets the name under which a request is counted. */
  public static void nameRoute(Request request, String route) {
    request.setAttribute(ROUTE, route);
  }

  @Override
  protected void onBeforeHandling(Request request) {
    String offered = request.getHeaders().get(TraceContext.HEADER);
    RequestTrace.attach(request, tracing.begin(method(request), offered, trustsTraces));
  }

  @Override
  protected void onComplete(
      Request request, int status, HttpFields headers, @Nullable Throwable failure) {
    long nanos = System.nanoTime() - request.getHeadersNanoTime();
    String method = method(request);
    Object route = request.getAttribute(ROUTE);
    String name = route == null ? "unmatched" : (String) route;
    timers.record(method, name, status, nanos);
    RequestTrace.span(request).end(name, status);
    AccessLog.Kind kind = AccessLog.Kind.ofResponse(headers.get(HttpHeader.CONTENT_TYPE));
    try (RequestTrace.LogScope _ = RequestTrace.inLog(request)) {
      write(request, kind, method, name, status, nanos);
    }
  }

  private static String method(Request request) {
    return MethodName.of(request.getMethod());
  }

  private static void write(
      Request request, AccessLog.Kind kind, String method, String route, int status, long nanos) {
    RequestContext context = RequestContext.of(request);
    String path = request.getHttpURI().getPath();
    boolean silent = route.equals("health") || route.equals("web");
    log.line(silent ? Level.DEBUG : Level.INFO, kind, method, path, status, nanos)
        .addKeyValue("client", context == null ? "" : context.address())
        .log();
  }
}
