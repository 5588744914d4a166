package dev.touchstone.platform.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The health check of a container: asks the program that runs in it, because the image has no other
 * program that could. It runs every few seconds, so it loads as few classes as it can. Exit status
 * 0: the answer was 200; 1: it was another one, or none came in time; 2: wrong arguments.
 */
public final class HealthCheck {
  private static final int WRONG_ARGUMENTS = 2;
  private static final int ARGUMENTS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private HealthCheck() {}

  /** Takes a port of this machine and a path, such as {@code 8080 /ready}. */
  public static void main(String[] arguments) {
    if (arguments.length != ARGUMENTS || !arguments[0].matches("[0-9]{1,5}")) {
      System.err.println("Usage: HealthCheck PORT PATH");
      System.exit(WRONG_ARGUMENTS);
    }
    String answer = ask(Integer.parseInt(arguments[0]), arguments[1], PATIENCE);
    System.out.println(answer);
    System.exit(answer.matches("HTTP/1\\.[01] 200 .*") ? 0 : 1);
  }

  /** The first line of the answer, or what went wrong. */
  static String ask(int port, String path, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
      socket.setSoTimeout(millis);
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String line =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return line == null ? "The connection was closed without an answer." : line;
    } catch (IOException e) {
      return "No answer: " + e.getMessage();
    }
  }
}
