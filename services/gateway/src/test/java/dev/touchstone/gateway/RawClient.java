package dev.touchstone.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends bytes as they are, from an address of its choice. */
final class RawClient implements AutoCloseable {
  /** Longer than any answer takes; a test fails instead of waiting for ever. */
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final BufferedReader in;

  private RawClient(String from, int port) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  static RawClient connect(String from, RunningGateway gateway) {
    try {
      return new RawClient(from, gateway.service.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawClient send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status of the next answer, whose body is not read; 0 if the connection ended instead. */
  int status() {
    String line = line();
    if (line.isEmpty()) {
      return 0;
    }
    int status = Integer.parseInt(line.split(" ", 3)[1]);
    while (!line.isEmpty()) {
      line = line();
    }
    return status;
  }

  /** The next line; empty at the end of the connection, too. */
  String line() {
    try {
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }

  /** Everything until the connection ends. */
  String rest() {
    StringBuilder all = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.append((char) next);
      }
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) { // reset: this is an end as well
      return all.toString();
    }
    return all.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
