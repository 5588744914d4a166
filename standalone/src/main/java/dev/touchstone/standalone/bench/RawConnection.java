package dev.touchstone.standalone.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A kept HTTP/1.1 connection on the loopback interface, which costs its process next to nothing:
 * what is measured shares the processors with it. It reads what our servers and nginx write; it is
 * no general client. Not thread-safe.
 */
public final class RawConnection implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int TIMEOUT_MILLIS = 60_000;

  private final int port;
  private final byte[] buffer = new byte[BUFFER];
  private Socket socket;
  private int from;
  private int to;
  private byte[] body = {};

  private RawConnection(int port) throws IOException {
    this.port = port;
    this.socket = connect(port);
  }

  /** Connects to a port. */
  public static RawConnection to(int port) throws IOException {
    return new RawConnection(port);
  }

  /** The bytes of a request without a body. */
  public static byte[] get(String target, Map<String, String> headers) {
    return head("GET", target, headers).append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of a request with JSON. */
  public static byte[] post(String target, Map<String, String> headers, String json) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        head("POST", target, headers)
            .append("Content-Type: application/json\r\nContent-Length: ")
            .append(content.length)
            .append("\r\n\r\n")
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return all;
  }

  private static StringBuilder head(String method, String target, Map<String, String> headers) {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head;
  }

  /** Sends a request and reads its response; returns the status. */
  public int exchange(byte[] request) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request);
    String head = head();
    int status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
    String fields = head.toLowerCase(Locale.ROOT);
    String length = field(fields, "content-length");
    if (status == 304 || status == 204) {
      body = new byte[0];
    } else if (!length.isEmpty()) {
      body = read(Integer.parseInt(length));
    } else if (field(fields, "transfer-encoding").equals("chunked")) {
      body = chunks();
    } else {
      throw new IOException("A response without a length: " + head);
    }
    if (field(fields, "connection").equals("close")) {
      socket.close();
      socket = connect(port);
      from = 0;
      to = 0;
    }
    return status;
  }

  /** The body of the last response, as it was encoded. */
  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    return socket;
  }

  private static String field(String head, String name) {
    int at = head.indexOf("\r\n" + name + ":");
    if (at < 0) {
      return "";
    }
    int begin = at + name.length() + 3;
    return head.substring(begin, head.indexOf("\r\n", begin)).strip();
  }

  /** Up to the empty line, without its second end. */
  private String head() throws IOException {
    int searched = from;
    while (true) {
      for (int i = searched; i + 3 < to; i++) {
        if (buffer[i] == '\r' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
          String head = new String(buffer, from, i + 2 - from, StandardCharsets.ISO_8859_1);
          from = i + 4;
          return head;
        }
      }
      searched = Math.max(from, to - 3);
      int moved = from;
      fill();
      searched -= moved - from;
    }
  }

  private byte[] chunks() throws IOException {
    byte[] all = {};
    while (true) {
      int size = Integer.parseInt(line(), 16);
      byte[] chunk = read(size);
      line();
      if (size == 0) {
        return all;
      }
      int before = all.length;
      all = Arrays.copyOf(all, before + size);
      System.arraycopy(chunk, 0, all, before, size);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      byte next = read(1)[0];
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) next);
    }
  }

  private byte[] read(int length) throws IOException {
    byte[] bytes = new byte[length];
    int had = Math.min(length, to - from);
    System.arraycopy(buffer, from, bytes, 0, had);
    from += had;
    InputStream in = socket.getInputStream();
    while (had < length) {
      int count = in.read(bytes, had, length - had);
      if (count < 0) {
        throw new EOFException("The response broke off.");
      }
      had += count;
    }
    return bytes;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int count = socket.getInputStream().read(buffer, to, buffer.length - to);
    if (count < 0) {
      throw new EOFException("The connection was closed.");
    }
    to += count;
  }
}
