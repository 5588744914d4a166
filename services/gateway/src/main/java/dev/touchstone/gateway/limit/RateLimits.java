package dev.touchstone.gateway.limit;

import dev.touchstone.platform.config.Environment;

/**
 * The limits of requests, each per minute; a minute's requests may come all at once. Zero means no
 * limit. The limits per address are high because a whole school may share one.
 *
 * @param address requests from one address
 * @param login sign-ins from one address
 * @param register registrations from one address
 * @param user requests of one user
 * @param submit submissions of one user
 * @param run runs of one user
 * @param streams event streams that one user may have open at once, not per minute
 */
public record RateLimits(
    int address, int login, int register, int user, int submit, int run, int streams) {
  private static final int MOST = 1_000_000;

  /** Reads {@code TOUCHSTONE_RATE_ADDRESS} and so on, {@code TOUCHSTONE_STREAMS_PER_USER}. */
  public static RateLimits from(Environment environment) {
    return new RateLimits(
        environment.integer("TOUCHSTONE_RATE_ADDRESS", 6000, 0, MOST),
        environment.integer("TOUCHSTONE_RATE_LOGIN", 120, 0, MOST),
        environment.integer("TOUCHSTONE_RATE_REGISTER", 60, 0, MOST),
        environment.integer("TOUCHSTONE_RATE_USER", 1200, 0, MOST),
        environment.integer("TOUCHSTONE_RATE_SUBMIT", 30, 0, MOST),
        environment.integer("TOUCHSTONE_RATE_RUN", 60, 0, MOST),
        environment.integer("TOUCHSTONE_STREAMS_PER_USER", 10, 0, MOST));
  }
}
