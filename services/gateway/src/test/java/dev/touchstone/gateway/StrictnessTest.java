package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two programs could read in two ways, and those that are none. */
class StrictnessTest {
  private static final RunningGateway GATEWAY = RunningGateway.start(Map.of());

  private static final String GET = "GET /health HTTP/1.1\r\nHost: here\r\n";
  private static final String POST = "POST /api/v1/auth/login HTTP/1.1\r\nHost: here\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n";

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        // The address
        one("HTTP/0.9", 400, "GET /health\r\n"),
        one("an unknown version", 400, "GET /health HTTP/3.7\r\nHost: here\r\n\r\n"),
        one("no version at all", 400, "GET /health FTP/1.1\r\nHost: here\r\n\r\n"),
        one("a long address", 414, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n"),
        one("a long query", 414, "GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\n"),
        one("a space in the address", 400, "GET /hea lth HTTP/1.1\r\nHost: here\r\n\r\n"),
        one("a NUL in the address", 400, "GET /hea\0lth HTTP/1.1\r\nHost: here\r\n\r\n"),
        one("an encoded slash", 400, "GET /api%2fv1 HTTP/1.1\r\nHost: here\r\n\r\n"),
        one("dots that lead up", 400, "GET /api/../internal HTTP/1.1\r\nHost: here\r\n\r\n"),
        one("a method that is none", 400, "G(T /health HTTP/1.1\r\nHost: here\r\n\r\n"),
        one(
            "TLS on a plain port",
            400,
            "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\r\n\r\n"),
        // Headers
        one("a long header", 431, GET + "X-Long: " + "a".repeat(20_000) + "\r\n\r\n"),
        one("many headers", 431, GET + "X-Many: aaaaaaaaaa\r\n".repeat(2_000) + "\r\n"),
        one("no host", 400, "GET /health HTTP/1.1\r\n\r\n"),
        one("two hosts", 400, GET + "Host: there\r\n\r\n"),
        one("a host that is none", 400, "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n"),
        one("two authorities", 400, "GET http://there/health HTTP/1.1\r\nHost: here\r\n\r\n"),
        one("a folded header", 400, GET + "X-Fold: a\r\n b\r\n\r\n"),
        one("a space before the colon", 400, GET + "X-Space : a\r\n\r\n"),
        one("a header without a colon", 400, GET + "X-Colon\r\n\r\n"),
        one("a header without a name", 400, GET + ": a\r\n\r\n"),
        one("a NUL in a header", 400, GET + "X-Nul: a\0b\r\n\r\n"),
        one("lines that end with LF", 400, "GET /health HTTP/1.1\nHost: here\n\n"),
        one("one header that ends with LF", 400, GET + "X-A: a\nX-B: b\r\n\r\n"),
        one("a lone CR", 400, GET + "X-A: a\rX-B: b\r\n\r\n"),
        // How long a body is
        one("two lengths", 400, POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        one("a list of lengths", 400, POST + "Content-Length: 2, 2\r\n\r\n{}"),
        one("a length with a sign", 400, POST + "Content-Length: +2\r\n\r\n{}"),
        one("a negative length", 400, POST + "Content-Length: -2\r\n\r\n{}"),
        one("a length in hexadecimal", 400, POST + "Content-Length: 0x2\r\n\r\n{}"),
        one("a huge length", 400, POST + "Content-Length: 99999999999999999999\r\n\r\n{}"),
        one("length and encoding", 400, CHUNKED + "Content-Length: 2\r\n\r\n0\r\n\r\n"),
        one(
            "encoding and length",
            400,
            POST + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        one("an unknown encoding", 400, POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        one(
            "chunked, but not last",
            400,
            POST + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
        one(
            "chunked twice",
            400,
            POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        one(
            "another encoding first",
            400,
            POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        one(
            "an encoding in HTTP/1.0",
            400,
            "POST /api/v1/auth/login HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        // Chunks
        one("a chunk that is longer than said", 400, CHUNKED + "\r\n1\r\n{}\r\n0\r\n\r\n"),
        one("a chunk without a length", 400, CHUNKED + "\r\n\r\n{}\r\n0\r\n\r\n"),
        one("a chunk with a sign", 400, CHUNKED + "\r\n-2\r\n{}\r\n0\r\n\r\n"),
        one("a chunk with 0x", 400, CHUNKED + "\r\n0x2\r\n{}\r\n0\r\n\r\n"),
        one(
            "a chunk of more than 2^64 bytes",
            400,
            CHUNKED + "\r\n10000000000000002\r\n{}\r\n0\r\n\r\n"),
        one("a chunk whose line ends with LF", 400, CHUNKED + "\r\n2\n{}\r\n0\r\n\r\n"),
        one("a chunk that ends with LF", 400, CHUNKED + "\r\n2\r\n{}\n0\r\n\r\n"),
        // And what is allowed
        one("a request", 200, GET + "\r\n"),
        one("HTTP/1.0", 200, "GET /health HTTP/1.0\r\n\r\n"),
        one("an empty line before", 200, "\r\n" + GET + "\r\n"),
        one("a body in chunks", 200, CHUNKED + "\r\n2;a=b\r\n{}\r\n0\r\n\r\n"),
        one(
            "h2c in the middle",
            200,
            GET
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n"));
  }

  private static Arguments one(String name, int status, String request) {
    return Arguments.argumentSet(name, status, request);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void answers(int status, String request) {
    try (RawClient client = RawClient.connect("127.0.0.1", GATEWAY)) {
      assertThat(client.send(request).status()).isEqualTo(status);
    }
  }

  /** What follows could be another's request, as somebody else reads it. */
  @ParameterizedTest
  @MethodSource("refused")
  void nothingAfterARefusalIsAnswered(int status, String request) {
    try (RawClient client = RawClient.connect("127.0.0.1", GATEWAY)) {
      String answers = client.send(request + "\r\n\r\n" + GET + "\r\n").rest();
      assertThat(answers).startsWith("HTTP/1.1 " + status).containsOnlyOnce("HTTP/1.1 ");
    }
  }

  static Stream<Arguments> refused() {
    return requests()
        .filter(arguments -> !String.valueOf(arguments.get()[0]).startsWith("2"))
        .filter(arguments -> !String.valueOf(arguments.get()[1]).contains("/../"))
        .filter(arguments -> !String.valueOf(arguments.get()[1]).contains("%2f"));
  }
}
