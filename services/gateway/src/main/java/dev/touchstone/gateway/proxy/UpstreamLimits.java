package dev.touchstone.gateway.proxy;

import dev.touchstone.platform.config.Environment;
import java.time.Duration;

/**
 * The limits of what goes to a service.
 *
 * @param silence how long a service may be silent before the request fails
 * @param concurrency requests that may wait for the answer of one service at once
 * @param pause how long a service that does not answer is left alone
 */
public record UpstreamLimits(Duration silence, int concurrency, Duration pause) {
  private static final int MOST = 100_000;

  /** Reads {@code TOUCHSTONE_UPSTREAM_SILENCE} and so on. */
  public static UpstreamLimits from(Environment environment) {
    return new UpstreamLimits(
        environment.duration("TOUCHSTONE_UPSTREAM_SILENCE", Duration.ofSeconds(30)),
        environment.integer("TOUCHSTONE_UPSTREAM_CONCURRENCY", 512, 1, MOST),
        environment.duration("TOUCHSTONE_UPSTREAM_PAUSE", Duration.ofSeconds(2)));
  }
}
