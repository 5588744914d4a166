package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Finds free ports of the loopback interface in advance, so that all parts know each other's
 * addresses and start at the same time.
 *
 * <p>They lie below the range that Linux gives to outgoing connections (32768 to 60999): a port
 * that is free now is not taken by a connection before its part listens.
 */
public final class FreePorts {
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_767;
  private static final int ATTEMPTS = 1_000;

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Set<Integer> given = new HashSet<>();

  /** Returns a free port, a different one at each call. */
  public int next() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = random.nextInt(LOWEST, HIGHEST + 1);
      if (given.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new ConfigurationException(
        "No port between %d and %d is free on the loopback interface.".formatted(LOWEST, HIGHEST));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
