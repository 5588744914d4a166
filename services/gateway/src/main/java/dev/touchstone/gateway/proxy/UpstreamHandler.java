package dev.touchstone.gateway.proxy;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.edge.EdgeHeaders;
import dev.touchstone.gateway.edge.RequestContext;
import dev.touchstone.gateway.problem.ProblemErrorHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.platform.http.ProblemException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
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

  private final long silenceMillis;

  /**
   * Passes to the given services.
   *
   * @param silenceMillis how long a service may be silent; more than the 15 s between heartbeats of
   *     server-sent events, less than the services keep an idle connection
   */
  public UpstreamHandler(Map<Upstream, URI> services, long silenceMillis) {
    super(request -> target(services, request));
    this.silenceMillis = silenceMillis;
    setViaHost("touchstone");
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
    ProblemException problem = problem(failure);
    if (problem.status() >= 500) {
      log.warn(
          "{} did not answer {} {}: {}",
          Route.of(request).upstream(),
          request.getMethod(),
          request.getHttpURI().getPath(),
          failure.toString());
    }
    Problems.write(request, response, callback, problem);
  }

  /** Drops headers that only the gateway may set, and those that are of no use to a service. */
  private static boolean isForServices(Request request, HttpField field) {
    String name = field.getLowerCaseName();
    return switch (name) {
      case "host", "forwarded", "via", "x-real-ip", "x-request-id", "accept-encoding" -> false;
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

  private static ProblemException problem(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      switch (t) {
        case ProblemException own -> {
          return own;
        }
        case HttpException malformed when malformed.getCode() < 500 -> {
          // Of the client: its body is not what its headers announced.
          return ProblemErrorHandler.ofStatus(malformed.getCode())
              .withHeader("Connection", "close");
        }
        case TimeoutException timeout -> {
          return ProblemException.of(
              504, "gateway_timeout", "A service did not answer in time. Try again.");
        }
        case ConnectException refused -> {
          return unavailable();
        }
        case UnresolvedAddressException unknown -> {
          return unavailable();
        }
        case RejectedExecutionException overloaded -> {
          return unavailable();
        }
        default -> {
          // Its cause may be one of these.
        }
      }
    }
    return ProblemException.of(502, "bad_gateway", "A service broke off its answer. Try again.");
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable(
        "A service that this request needs is unavailable. Try again soon.");
  }
}
