package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where browsers reach the platform.
 *
 * @param port 0 for any free one
 */
record PublicAddress(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int FIRST_UNPRIVILEGED = 1024;

  /**
   * Fails early, before anything is started.
   *
   * @throws ConfigurationException if nothing can listen here
   */
  void requireFree() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ConfigurationException(
          "--port must be a number from 0 to 65535, not " + port + ".");
    }
    InetAddress address = address();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new ConfigurationException(reason(address));
    }
  }

  /**
   * The same with a port that is chosen now instead of when something listens: links and passkeys
   * need the whole address. On other interfaces than the loopback one, nobody knows what is free.
   */
  PublicAddress chosen(FreePorts ports) {
    return port == 0 && isLoopback() ? new PublicAddress(host, ports.next()) : this;
  }

  /** The address to open in a browser on this machine. */
  String url(int actualPort) {
    InetAddress address = address();
    String name = address.isAnyLocalAddress() ? "localhost" : host;
    return "http://%s:%d".formatted(name.contains(":") ? "[" + name + "]" : name, actualPort);
  }

  /** Whether only this machine reaches it. */
  boolean isLoopback() {
    return address().isLoopbackAddress();
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ConfigurationException("--host: unknown address " + host + ".");
    }
  }

  private String reason(InetAddress address) {
    if (!isOfThisMachine(address)) {
      return "--host: " + host + " is not an address of this machine.";
    }
    if (port > 0 && port < FIRST_UNPRIVILEGED && !isRoot()) {
      return "Port %d can't be used: it is taken, or this user may not listen below 1024. Choose another with --port."
          .formatted(port);
    }
    return "Port %d of %s is taken by another program. Choose another with --port; --port 0 takes any free one."
        .formatted(port, host);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
