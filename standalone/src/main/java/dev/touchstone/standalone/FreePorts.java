package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Finds free ports of the loopback interface in advance, so that all parts know each other's
 * addresses and start at the same time.
 *
 * <p>They lie below the range that Linux gives to outgoing connections (32768 to 60999): a port
 * that is free now is not taken by a connection before its part listens. Nor is it given to another
 * process that looks for free ports, because a socket that does not listen holds it until this is
 * closed. See {@link #hold}.
 */
public final class FreePorts implements AutoCloseable {
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_767;
  private static final int ATTEMPTS = 1_000;

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final List<Socket> held = new ArrayList<>();

  /** Returns a free port, a different one at each call. */
  public int next() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = random.nextInt(LOWEST, HIGHEST + 1);
      if (hold(port)) {
        return port;
      }
    }
    throw new ConfigurationException(
        "No port between %d and %d is free on the loopback interface.".formatted(LOWEST, HIGHEST));
  }

  /** Lets go of the ports; who listens on one keeps it. */
  @Override
  public void close() {
    held.forEach(FreePorts::release);
    held.clear();
  }

  /**
   * Binds a socket to a port unless another socket is. Only then does it allow to share the port:
   * Linux lets a second socket that allows it, as servers do, listen there as long as the first
   * does not (SO_REUSEADDR in socket(7)). A third that tries what this method does is refused.
   */
  private boolean hold(int port) {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(false);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setReuseAddress(true);
      held.add(socket);
      return true;
    } catch (IOException e) {
      release(socket);
      return false;
    }
  }

  private static void release(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing was sent that could be lost
    }
  }
}
