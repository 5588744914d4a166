package dev.touchstone.gateway.edge;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway found out about a request by itself; the caller's word counts for none of it.
 *
 * @param requestId the caller's if it was well-formed, otherwise made here
 * @param address the client's IP address, as far as trusted proxies report it
 * @param secure whether the client used https
 * @param host the host that the client asked for
 */
public record RequestContext(String requestId, String address, boolean secure, String host) {
  private static final String ATTRIBUTE = RequestContext.class.getName();

  void attach(Request request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The context of a request; null if the request was too malformed to get one. */
  public static @Nullable RequestContext of(Request request) {
    return (RequestContext) request.getAttribute(ATTRIBUTE);
  }

  /** The context of a request that passed the edge. */
  public static RequestContext required(Request request) {
    RequestContext context = of(request);
    if (context == null) {
      throw new IllegalStateException("The request did not pass the edge.");
    }
    return context;
  }
}
