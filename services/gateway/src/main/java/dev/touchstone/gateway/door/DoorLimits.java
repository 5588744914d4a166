package dev.touchstone.gateway.door;

import dev.touchstone.platform.config.Environment;
import java.time.Duration;

/**
 * The limits of connections.
 *
 * @param connections open at once
 * @param perNetwork open at once from one network; a whole school may share one
 * @param headers how long a request may take until its headers are complete, from the first byte or
 *     from the opening of the connection
 * @param body how long a body may take for each 4 KiB
 */
public record DoorLimits(int connections, int perNetwork, Duration headers, Duration body) {
  private static final int MOST = 1_000_000;

  /** Reads {@code TOUCHSTONE_CONNECTIONS} and so on. */
  public static DoorLimits from(Environment environment) {
    return new DoorLimits(
        environment.integer("TOUCHSTONE_CONNECTIONS", 8192, 1, MOST),
        environment.integer("TOUCHSTONE_CONNECTIONS_PER_NETWORK", 2048, 1, MOST),
        environment.duration("TOUCHSTONE_HEADER_TIMEOUT", Duration.ofSeconds(10)),
        environment.duration("TOUCHSTONE_BODY_TIMEOUT", Duration.ofSeconds(30)));
  }
}
