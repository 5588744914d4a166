package dev.touchstone.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection to a server on this machine, over which request follows request, to find what
 * Nagle's algorithm holds back. With it the second packet of a message waits until the other side
 * acknowledges the first, which Linux delays by 40 ms. Only the fastest of many exchanges counts: a
 * busy machine slows some of them down, the algorithm all of them.
 */
public final class KeptConnection implements AutoCloseable {
  /** An exchange that takes this long was held back. */
  public static final Duration HELD_BACK = Duration.ofMillis(30);

  /** A new connection acknowledges its first packets at once. */
  private static final int WARM_UP = 40;

  private static final int EXCHANGES = 20;
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  private KeptConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true); // the server's packets are measured, not ours
  }

  /** Connects. */
  public static KeptConnection to(int port) throws IOException {
    return new KeptConnection(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Sends a request and reads the response. */
  @FunctionalInterface
  public interface Exchange {
    /** Runs once. */
    void run() throws IOException;
  }

  /** The time of the fastest of many exchanges, after some to warm up the connection. */
  public Duration fastest(Exchange exchange) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      exchange.run();
    }
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < EXCHANGES; i++) {
      long start = System.nanoTime();
      exchange.run();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return Duration.ofNanos(fastest);
  }

  /** Gets a body of known length and returns that length. */
  public int get(String path) throws IOException {
    send(path);
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String field = line.toLowerCase(Locale.ROOT);
      if (field.startsWith("content-length:")) {
        length = Integer.parseInt(field.substring(field.indexOf(':') + 1).strip());
      }
    }
    in.skipNBytes(length);
    return length;
  }

  /** Sends a request; {@link #readTo} reads the response. */
  public void send(String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads to the end of a line. */
  public void readTo(String wanted) throws IOException {
    String line = line();
    while (!line.equals(wanted)) {
      line = line();
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server ended the connection.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
