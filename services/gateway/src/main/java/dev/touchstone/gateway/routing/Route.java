package dev.touchstone.gateway.routing;

import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A part of the public API.
 *
 * @param name for metrics
 * @param prefix the address itself, and everything below it
 * @param read what is asked of a token for GET and HEAD
 * @param write what is asked of it otherwise
 * @param largestBody in bytes
 */
public record Route(
    String name, String prefix, Upstream upstream, Entry read, Entry write, long largestBody) {
  private static final String ATTRIBUTE = Route.class.getName();

  boolean leadsTo(String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  /** What is asked of the token of a request. */
  public Entry entry(String method) {
    return method.equals("GET") || method.equals("HEAD") ? read : write;
  }

  void attach(Request request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The route of a request that is on its way to a service. */
  public static Route of(Request request) {
    return Optional.ofNullable((@Nullable Route) request.getAttribute(ATTRIBUTE))
        .orElseThrow(() -> new IllegalStateException("The request was not routed."));
  }
}
