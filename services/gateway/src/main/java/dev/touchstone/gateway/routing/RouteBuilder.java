package dev.touchstone.gateway.routing;

/** Describes a route; at first it accepts no body, requires no token and has no exceptions. */
final class RouteBuilder {
  private final Destination destination;
  private final String name;
  private final String pattern;
  private TokenRequirement read = TokenRequirement.IGNORED;
  private TokenRequirement write = TokenRequirement.IGNORED;
  private RateClass rate = RateClass.GENERAL;
  private long largestBody;
  private boolean streams;
  private boolean cookies;
  private boolean compressed = true;
  private Caching caching = Caching.BY_SERVICE;

  private RouteBuilder(Destination destination, String name, String pattern) {
    this.destination = destination;
    this.name = name;
    this.pattern = pattern;
  }

  static RouteBuilder to(Destination destination, String name, String pattern) {
    return new RouteBuilder(destination, name, pattern);
  }

  RouteBuilder tokens(TokenRequirement reading, TokenRequirement writing) {
    read = reading;
    write = writing;
    return this;
  }

  RouteBuilder rate(RateClass counted) {
    rate = counted;
    return this;
  }

  RouteBuilder body(long largest) {
    largestBody = largest;
    return this;
  }

  /** Answers are events, which must not wait for more to compress. */
  RouteBuilder streaming() {
    streams = true;
    compressed = false;
    return this;
  }

  /** Answers hold tokens: their compressed size could reveal something of them (BREACH). */
  RouteBuilder withCookies() {
    cookies = true;
    compressed = false;
    return this;
  }

  RouteBuilder caching(Caching kept) {
    caching = kept;
    return this;
  }

  Route build() {
    return new Route(
        name,
        new PathPattern(pattern),
        destination,
        read,
        write,
        rate,
        largestBody,
        streams,
        cookies,
        compressed,
        caching);
  }
}
