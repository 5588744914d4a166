package dev.touchstone.gateway.edge;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway itself found out about a request; nothing of it is taken from the caller on
 * trust.
 *
 * @param requestId the caller's if it was well-formed, else made here
 * @param address the client's IP address, as far as trusted proxies tell it
 * @param secure whether the client came by https
 * @param host the host that the client asked for
 */
public record Visit(String requestId, String address, boolean secure, String host) {
  private static final String ATTRIBUTE = Visit.class.getName();

  void attach(Request request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The visit of a request; null if it was too malformed to get that far. */
  public static @Nullable Visit of(Request request) {
    return (Visit) request.getAttribute(ATTRIBUTE);
  }

  /** The visit of a request that passed the edge. */
  public static Visit required(Request request) {
    Visit visit = of(request);
    if (visit == null) {
      throw new IllegalStateException("The request did not pass the edge.");
    }
    return visit;
  }
}
