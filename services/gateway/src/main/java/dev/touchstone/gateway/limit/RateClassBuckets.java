package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.routing.RateClass;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.platform.http.ProblemException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** Counts the writing requests of some rate classes. Thread-safe. */
final class RateClassBuckets {
  private final Map<RateClass, Buckets> buckets = new EnumMap<>(RateClass.class);

  RateClassBuckets(Map<RateClass, Integer> perMinute) {
    perMinute.forEach((rate, limit) -> buckets.put(rate, new Buckets(name(rate), limit)));
  }

  /**
   * Counts a request if its route is of one of the classes.
   *
   * @throws ProblemException 429 {@code rate_limited} with {@code Retry-After}
   */
  void take(Request request, String subject, HttpFields.Mutable headers) {
    Buckets counted = buckets.get(Route.of(request).rate());
    if (counted != null && !Route.reads(request.getMethod())) {
      counted.take(subject, headers);
    }
  }

  private static String name(RateClass rate) {
    return rate.name().toLowerCase(Locale.ROOT);
  }
}
