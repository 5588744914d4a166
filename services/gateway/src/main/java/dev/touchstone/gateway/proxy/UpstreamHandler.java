package dev.touchstone.gateway.proxy;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.edge.EdgeHeaders;
import dev.touchstone.gateway.edge.RequestContext;
import dev.touchstone.gateway.edge.RequestTrace;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.telemetry.MethodName;
import dev.touchstone.platform.tracing.CallSpan;
import dev.touchstone.platform.tracing.TraceContext;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes a request to the service of its {@link Route}, chunk by chunk in both directions, so that
 * server-sent events arrive as they are sent. No thread is blocked while it waits.
 */
public final class UpstreamHandler extends ProxyHandler.Reverse {
  private static final Logger log = LoggerFactory.getLogger(UpstreamHandler.class);

  private static final long CONNECT_TIMEOUT_MILLIS = 2_000;

  /** Each event stream holds a connection while its submission is judged. */
  private static final int MOST_CONNECTIONS = 2_048;

  private static final String PASSAGE = UpstreamGuard.Passage.class.getName();
  private static final String BROKEN = UpstreamHandler.class.getName() + ".broken";
  private static final String AWAITED = UpstreamHandler.class.getName() + ".awaited";
  private static final String REPEATED = UpstreamHandler.class.getName() + ".repeated";

  /** A service that is just restarted needs a moment. */
  private static final long REPEAT_MILLIS = 100;

  private final long silenceMillis;
  private final Map<Upstream, UpstreamGuard> guards = new EnumMap<>(Upstream.class);

  /**
   * Passes to the given services.
   *
   * @param limits silence must be more than the 15 s between heartbeats of server-sent events, and
   *     less than the services keep an idle connection
   */
  public UpstreamHandler(Map<Upstream, URI> services, UpstreamLimits limits) {
    super(request -> target(services, request));
    this.silenceMillis = limits.silence().toMillis();
    for (Upstream upstream : Upstream.values()) {
      guards.put(upstream, new UpstreamGuard(upstream, limits));
    }
    setViaHost("touchstone");
  }

  @Override
  protected void sendProxyToServerRequest(
      Request request,
      org.eclipse.jetty.client.Request upstreamRequest,
      Response response,
      Callback callback) {
    UpstreamGuard guard = Objects.requireNonNull(guards.get(Route.of(request).upstream()));
    UpstreamGuard.Passage passage;
    try {
      passage = guard.enter();
    } catch (ProblemException e) {
      Problems.write(request, response, callback, e);
      return;
    }
    upstreamRequest.attribute(PASSAGE, passage);
    upstreamRequest.onResponseBegin(begun -> passage.answered());
    trace(request, upstreamRequest);
    super.sendProxyToServerRequest(request, upstreamRequest, response, callback);
  }

  private static void trace(Request request, org.eclipse.jetty.client.Request upstreamRequest) {
    String method = MethodName.of(request.getMethod());
    CallSpan span = CallSpan.start(RequestTrace.span(request), method, upstreamRequest.getURI());
    span.traceparent()
        .ifPresent(
            place -> upstreamRequest.headers(headers -> headers.put(TraceContext.HEADER, place)));
    upstreamRequest.onComplete(result -> {
      Throwable failure = result.getFailure();
      if (failure == null) {
        span.answered(result.getResponse().getStatus());
      } else {
        span.failed(failure);
      }
    });
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
    client.setIdleTimeout(silenceMillis);
    client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
    client.setMaxRequestsQueuedPerDestination(MOST_CONNECTIONS);
    client.setUserAgentField(null);
  }

  @Override
  protected org.eclipse.jetty.client.Request.Content newProxyToServerRequestContent(
      Request request, Response response, org.eclipse.jetty.client.Request upstreamRequest) {
    return new ClientBody(request);
  }

  @Override
  protected void copyRequestHeaders(
      Request request, org.eclipse.jetty.client.Request upstreamRequest) {
    super.copyRequestHeaders(request, upstreamRequest);
    upstreamRequest.headers(headers -> {
      for (var fields = headers.iterator(); fields.hasNext(); ) {
        if (!isForServices(request, fields.next())) {
          fields.remove();
        }
      }
      TokenCheckHandler.exchanged(request)
          .ifPresent(token -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token));
    });
  }

  @Override
  protected void addProxyHeaders(
      Request request, org.eclipse.jetty.client.Request upstreamRequest) {
    RequestContext context = RequestContext.required(request);
    upstreamRequest.headers(headers ->
        headers
            .put(EdgeHeaders.REQUEST_ID, context.requestId())
            .put(HttpHeader.X_FORWARDED_FOR, context.address())
            .put(HttpHeader.X_FORWARDED_PROTO, context.secure() ? "https" : "http")
            .put(HttpHeader.X_FORWARDED_HOST, context.host()));
  }

  @Override
  protected @Nullable HttpField filterServerToProxyResponseField(HttpField field) {
    boolean ours = field.getHeader() == HttpHeader.DATE || field.getHeader() == HttpHeader.SERVER;
    return ours ? null : EdgeHeaders.passed(field);
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request upstreamRequest,
      org.eclipse.jetty.client.@Nullable Response upstreamResponse,
      Response response,
      Callback callback,
      Throwable failure) {
    ProblemException problem =
        UpstreamFailure.problem(
            failure,
            request.getAttribute(BROKEN) != null,
            Boolean.TRUE.equals(request.getAttribute(AWAITED)));
    boolean ofService = problem.status() >= 500;
    boolean unanswered =
        upstreamRequest.getAttributes().get(PASSAGE) instanceof UpstreamGuard.Passage passage
            && passage.failed(failure, ofService);
    if (ofService && unanswered && mayRepeat(request, problem)) {
      request.setAttribute(REPEATED, true);
      getHttpClient()
          .getScheduler()
          .schedule(
              () -> repeat(request, response, callback), REPEAT_MILLIS, TimeUnit.MILLISECONDS);
      return;
    }
    if (problem.status() >= 500) {
      try (RequestTrace.LogScope _ = RequestTrace.inLog(request)) {
        log.warn(
            "{} did not answer {} {}: {}",
            Route.of(request).upstream(),
            request.getMethod(),
            request.getHttpURI().getPath(),
            failure.toString());
      }
    }
    Problems.write(request, response, callback, problem);
  }

  private void repeat(Request request, Response response, Callback callback) {
    try {
      handle(request, response, callback);
    } catch (RuntimeException e) { // nobody else would answer
      Response.writeError(request, response, callback, e);
    }
  }

  /** Once, only what changes nothing, and not what has waited long already. */
  private static boolean mayRepeat(Request request, ProblemException problem) {
    return Route.reads(request.getMethod())
        && request.getLength() <= 0
        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        && problem.status() != 504
        && request.getAttribute(REPEATED) == null;
  }

  /** Drops headers that only the gateway may set, and those that are of no use to a service. */
  private static boolean isForServices(Request request, HttpField field) {
    String name = field.getLowerCaseName();
    return switch (name) {
      case "host", "forwarded", "via", "x-real-ip", "x-request-id", "accept-encoding" -> false;
      // The gateway's own instead; nobody else is trusted to name a trace.
      case "traceparent", "tracestate", "baggage" -> false;
      case "cookie" -> Route.of(request).cookies();
      default -> !name.startsWith("x-forwarded-") && !name.startsWith("proxy-");
    };
  }

  private static HttpURI target(Map<Upstream, URI> services, Request request) {
    URI service = services.get(Route.of(request).upstream());
    if (service == null) {
      throw new IllegalStateException("No address for " + Route.of(request).upstream());
    }
    HttpURI asked = request.getHttpURI();
    return HttpURI.build(service.toString())
        .path(service.getRawPath() + asked.getPath())
        .query(asked.getQuery());
  }

  /** The body of a request on its way to a service. */
  private static final class ClientBody extends ProxyRequestContent {
    private final Request request;

    ClientBody(Request request) {
      super(request);
      this.request = request;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (Content.Chunk.isFailure(chunk)) {
        request.setAttribute(BROKEN, true);
      }
      request.setAttribute(AWAITED, chunk == null);
      return chunk;
    }

    /**
     * Where the service broke off, the client's request has not failed: the server itself would
     * answer it with 500, before we do.
     */
    @Override
    public void fail(Throwable failure) {
      if (request.getAttribute(BROKEN) != null) {
        super.fail(failure);
      }
    }
  }
}
