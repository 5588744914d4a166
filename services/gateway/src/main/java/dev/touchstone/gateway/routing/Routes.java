package dev.touchstone.gateway.routing;

import java.util.List;
import java.util.Optional;

/**
 * The whole public API, as a list of what is let in. What is not here leads nowhere, first of all
 * {@code /internal}.
 */
public final class Routes {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  /** Well above what the services take, so that they give the exact answer. */
  private static final long JSON = 4 * MIB;

  /** Exercises come as archives with their tests. */
  private static final long ARCHIVE = 256 * MIB;

  private static final List<Route> ALL =
      List.of(
          api("auth", Upstream.USER_MANAGEMENT, Entry.IGNORED, Entry.IGNORED, 64 * KIB),
          api("users", Upstream.USER_MANAGEMENT, Entry.REQUIRED, Entry.REQUIRED, 64 * KIB),
          api("exercises", Upstream.EXERCISES, Entry.OPTIONAL, Entry.REQUIRED, ARCHIVE),
          api("submissions", Upstream.SCORES, Entry.REQUIRED, Entry.REQUIRED, JSON),
          api("runs", Upstream.SCORES, Entry.REQUIRED, Entry.REQUIRED, JSON),
          api("progress", Upstream.SCORES, Entry.REQUIRED, Entry.REQUIRED, JSON),
          api("leaderboard", Upstream.SCORES, Entry.OPTIONAL, Entry.REQUIRED, JSON),
          api("statistics", Upstream.SCORES, Entry.OPTIONAL, Entry.REQUIRED, JSON),
          new Route(
              "jwks",
              "/.well-known/jwks.json",
              Upstream.USER_MANAGEMENT,
              Entry.IGNORED,
              Entry.IGNORED,
              0));

  private Routes() {}

  /** Finds where a path leads. */
  public static Optional<Route> find(String path) {
    return ALL.stream().filter(route -> route.leadsTo(path)).findFirst();
  }

  private static Route api(String name, Upstream upstream, Entry read, Entry write, long largest) {
    return new Route(name, "/api/v1/" + name, upstream, read, write, largest);
  }
}
