package dev.touchstone.gateway.routing;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * All that the gateway knows of an address; handlers read it here and look at no path. Immutable.
 *
 * @param name in metrics and logs; routes of one area share it
 * @param read what GET and HEAD require of a token
 * @param write what other methods require of it
 * @param rate which limit counts writing requests
 * @param largestBody in bytes
 * @param streams whether answers are event streams, of which a user may have only some at once
 * @param cookies whether the service gets the caller's cookies
 * @param compressed whether answers may be compressed
 */
public record Route(
    String name,
    PathPattern pattern,
    Destination destination,
    TokenRequirement read,
    TokenRequirement write,
    RateClass rate,
    long largestBody,
    boolean streams,
    boolean cookies,
    boolean compressed,
    Caching caching) {
  private static final String ATTRIBUTE = Route.class.getName();

  boolean matches(List<String> segments) {
    return pattern.matches(segments);
  }

  /** Whether a method only reads. */
  public static boolean reads(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** What a method requires of the token. */
  public TokenRequirement token(String method) {
    return reads(method) ? read : write;
  }

  /** The service that answers. */
  public Upstream upstream() {
    if (destination instanceof Upstream upstream) {
      return upstream;
    }
    throw new IllegalStateException("No service answers " + pattern + ".");
  }

  void attach(Request request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The route of a request that passed {@link RouteFinder}. */
  public static Route of(Request request) {
    return Optional.ofNullable((@Nullable Route) request.getAttribute(ATTRIBUTE))
        .orElseThrow(() -> new IllegalStateException("The request was not routed."));
  }
}
