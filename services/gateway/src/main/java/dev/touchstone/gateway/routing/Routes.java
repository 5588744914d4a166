package dev.touchstone.gateway.routing;

import static dev.touchstone.gateway.routing.Destination.Local.HEALTH;
import static dev.touchstone.gateway.routing.Destination.Local.METRICS;
import static dev.touchstone.gateway.routing.Destination.Local.NOWHERE;
import static dev.touchstone.gateway.routing.Destination.Local.READINESS;
import static dev.touchstone.gateway.routing.Destination.Local.WEB;
import static dev.touchstone.gateway.routing.TokenRequirement.IGNORED;
import static dev.touchstone.gateway.routing.TokenRequirement.OPTIONAL;
import static dev.touchstone.gateway.routing.TokenRequirement.REQUIRED;
import static dev.touchstone.gateway.routing.Upstream.EXERCISES;
import static dev.touchstone.gateway.routing.Upstream.SCORES;
import static dev.touchstone.gateway.routing.Upstream.USER_MANAGEMENT;

import java.util.List;
import java.util.stream.Stream;

/** The addresses of a port. The first route that matches a path counts. */
public final class Routes {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  private static final long FORM = 64 * KIB;

  /** Well above what the services accept, so that they give the exact answer. */
  private static final long JSON = 4 * MIB;

  /** Exercises come as archives with their tests. */
  private static final long ARCHIVE = 256 * MIB;

  /** How routes are counted that lead nowhere. */
  private static final String UNMATCHED = "unmatched";

  /**
   * The whole public API, and the web application. What is not here leads nowhere, above all {@code
   * /internal}.
   */
  public static final Routes PUBLIC =
      new Routes(
          RouteBuilder.to(HEALTH, "health", "/health"),
          RouteBuilder.to(READINESS, "health", "/ready"),
          auth("/api/v1/auth/login").rate(RateClass.LOGIN),
          auth("/api/v1/auth/second-factor").rate(RateClass.LOGIN),
          auth("/api/v1/auth/register").rate(RateClass.REGISTRATION),
          auth("/api/v1/auth/password-reset/**").rate(RateClass.LOGIN),
          auth("/api/v1/auth/verify-email").rate(RateClass.LOGIN),
          auth("/api/v1/auth/**"),
          RouteBuilder.to(USER_MANAGEMENT, "development", "/dev/mails"),
          RouteBuilder.to(USER_MANAGEMENT, "jwks", "/.well-known/jwks.json"),
          api(USER_MANAGEMENT, "users", "/import").tokens(REQUIRED, REQUIRED).body(JSON),
          api(USER_MANAGEMENT, "users", "/**").tokens(REQUIRED, REQUIRED).body(FORM),
          api(USER_MANAGEMENT, "invitations", "/**").tokens(REQUIRED, REQUIRED).body(FORM),
          api(USER_MANAGEMENT, "settings", "/**").tokens(REQUIRED, REQUIRED).body(FORM),
          api(USER_MANAGEMENT, "mails", "/**").tokens(REQUIRED, REQUIRED),
          api(USER_MANAGEMENT, "audit-log", "/**").tokens(REQUIRED, REQUIRED),
          api(EXERCISES, "exercises", "/limits").tokens(REQUIRED, REQUIRED),
          api(EXERCISES, "collections", "/**")
              .tokens(OPTIONAL, REQUIRED)
              .body(FORM)
              .caching(Caching.SHARED),
          api(EXERCISES, "authoring", "/**").tokens(REQUIRED, REQUIRED).body(ARCHIVE),
          ofAuthors("members").body(FORM),
          ofAuthors("members/{user}"),
          ofAuthors("package"),
          ofAuthors("revisions"),
          ofAuthors("revisions/**"),
          ofAuthors("solutions"),
          ofAuthors("test-cases"),
          api(EXERCISES, "exercises", "/**")
              .tokens(OPTIONAL, REQUIRED)
              .body(ARCHIVE)
              .caching(Caching.SHARED),
          judged("submissions", "").rate(RateClass.SUBMISSION),
          judged("submissions", "/{id}/events").streaming(),
          judged("submissions", "/**"),
          judged("runs", "").rate(RateClass.RUN),
          judged("runs", "/{id}/events").streaming(),
          judged("runs", "/**"),
          api(SCORES, "comments", "/**").tokens(REQUIRED, REQUIRED).body(FORM),
          api(SCORES, "drafts", "/**").tokens(REQUIRED, REQUIRED).body(JSON),
          judged("checks", "/{id}/events").streaming(),
          judged("checks", "/{id}"),
          judged("judging", "/**"),
          api(SCORES, "progress", "/**").tokens(REQUIRED, REQUIRED).body(JSON),
          api(SCORES, "results", "/**").tokens(REQUIRED, REQUIRED),
          api(SCORES, "leaderboard", "/**").tokens(OPTIONAL, REQUIRED).body(JSON),
          api(SCORES, "statistics", "/exercises/{id}/details").tokens(REQUIRED, REQUIRED),
          api(SCORES, "statistics", "/learners/{id}").tokens(REQUIRED, REQUIRED),
          api(SCORES, "statistics", "/**").tokens(OPTIONAL, REQUIRED).body(JSON),
          // A page of the application, and the contracts that it shows.
          RouteBuilder.to(WEB, "web", "/api/docs").caching(Caching.REVALIDATED),
          RouteBuilder.to(WEB, "web", "/api/contracts/**").caching(Caching.REVALIDATED),
          // Below these a typing error must not get a page of the application.
          nowhere("/api/**"),
          nowhere("/internal/**"),
          nowhere("/.well-known/**"),
          nowhere("/metrics/**"),
          RouteBuilder.to(WEB, "web", "/assets/**").caching(Caching.IMMUTABLE),
          RouteBuilder.to(WEB, "web", "/**").caching(Caching.REVALIDATED));

  /** The admin port, which is never reachable from outside. */
  public static final Routes ADMIN =
      new Routes(
          RouteBuilder.to(HEALTH, "health", "/health"),
          RouteBuilder.to(READINESS, "health", "/ready"),
          RouteBuilder.to(METRICS, "metrics", "/metrics"),
          nowhere("/**"));

  private final List<Route> all;

  private Routes(RouteBuilder... all) {
    this.all = Stream.of(all).map(RouteBuilder::build).toList();
  }

  /** The route of a path. */
  public Route find(String path) {
    List<String> segments = PathPattern.segments(path);
    for (Route route : all) { // of every request, and streams take several times as long
      if (route.matches(segments)) {
        return route;
      }
    }
    throw new IllegalStateException("No route matches " + path + ".");
  }

  /** All routes, in the order in which they are tried. */
  public List<Route> all() {
    return all;
  }

  private static RouteBuilder api(Upstream upstream, String area, String below) {
    return RouteBuilder.to(upstream, area, "/api/v1/" + area + below);
  }

  private static RouteBuilder auth(String pattern) {
    return RouteBuilder.to(USER_MANAGEMENT, "auth", pattern)
        .tokens(IGNORED, IGNORED)
        .body(FORM)
        .withCookies();
  }

  private static RouteBuilder ofAuthors(String part) {
    return api(EXERCISES, "exercises", "/{id}/" + part).tokens(REQUIRED, REQUIRED);
  }

  private static RouteBuilder judged(String area, String below) {
    return api(SCORES, area, below).tokens(REQUIRED, REQUIRED).body(JSON);
  }

  private static RouteBuilder nowhere(String pattern) {
    return RouteBuilder.to(NOWHERE, UNMATCHED, pattern);
  }
}
