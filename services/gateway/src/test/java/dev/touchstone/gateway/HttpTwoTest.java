package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A load balancer speaks HTTP/2 without TLS and without asking first. */
class HttpTwoTest {
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int END_OF_STREAM_AND_HEADERS = 5;

  /** Entries of HPACK's static table, as header fields. */
  private static final int METHOD_GET = 0x82;

  private static final int SCHEME_HTTP = 0x86;
  private static final int STATUS_200 = 0x88;

  @Test
  void requestsPassAsInHttpOne() throws IOException {
    try (RunningGateway gateway =
            RunningGateway.start(Map.of("TOUCHSTONE_TRUSTED_PROXIES", "127.0.0.1"));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.service.port())) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
      frame(out, SETTINGS, 0, 0, new byte[0]);
      ByteArrayOutputStream headers = new ByteArrayOutputStream();
      headers.write(METHOD_GET);
      headers.write(SCHEME_HTTP);
      indexed(headers, 4, "/api/v1/exercises");
      indexed(headers, 1, "here");
      literal(headers, "x-forwarded-for", "6.6.6.6, 203.0.113.9");
      frame(out, HEADERS, END_OF_STREAM_AND_HEADERS, 1, headers.toByteArray());
      socket.getOutputStream().write(out.toByteArray());
      assertThat(firstOfHeaders(new DataInputStream(socket.getInputStream())))
          .isEqualTo(STATUS_200);
      FakeService.Asked asked = gateway.exercises.lastAsked();
      assertThat(asked.header("Host")).isNotEmpty();
      assertThat(asked.header("X-Forwarded-Host")).isEqualTo("here");
      assertThat(asked.header("X-Forwarded-For")).isEqualTo("203.0.113.9");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void frame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    out.writeBytes(
        new byte[] {
          0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream
        });
    out.writeBytes(payload);
  }

  private static void indexed(ByteArrayOutputStream out, int name, String value) {
    out.write(name);
    text(out, value);
  }

  private static void literal(ByteArrayOutputStream out, String name, String value) {
    out.write(0);
    text(out, name);
    text(out, value);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(text.length());
    out.writeBytes(ascii(text));
  }

  /** The first field of the first frame with headers, after changes of the table's size. */
  private static int firstOfHeaders(DataInputStream in) throws IOException {
    while (true) {
      int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      in.readUnsignedByte(); // flags
      in.readInt(); // stream
      byte[] payload = in.readNBytes(length);
      if (type == HEADERS) {
        int field = 0;
        while ((payload[field] & 0xe0) == 0x20) {
          do {
            field++;
          } while (payload[field] < 0);
          field++;
        }
        return payload[field] & 0xff;
      }
    }
  }
}
