package dev.touchstone.operations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.operations.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifySubcommandTest {
  /** What a platform answers that works. */
  private final Map<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "/health", "{\"service\":\"gateway\",\"status\":\"up\"}",
              "/ready",
                  "{\"service\":\"gateway\",\"status\":\"up\",\"checks\":{\"scores\":\"up\"}}",
              "/.well-known/jwks.json", "{\"keys\":[{\"kid\":\"1\"}]}",
              "/api/v1/exercises", "{\"items\":[],\"next_cursor\":null}"));

  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          String answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "");
          boolean refused = refusals.getAndDecrement() > 0;
          boolean down = answer.contains("\"down\"");
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(refused || down ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  private Run verify(String seconds) {
    String url = "http://127.0.0.1:" + gateway.getAddress().getPort();
    return Run.of(Map.of(), "verify", "--gateway", url, "--seconds", seconds);
  }

  @Test
  void aPlatformThatWorksPasses() {
    Run run = verify("1");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .containsExactly("gateway: works", "services: works", "keys: works", "exercises: works");
  }

  @Test
  void waitsForAPlatformThatStarts() {
    refusals.set(1);

    assertThat(verify("30").status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/health | {\"status\":\"starting\"} | gateway: reports 'starting'",
        "/ready | {\"status\":\"down\",\"checks\":{\"scores\":\"down\",\"exercises\":\"up\"}} | services: status 503, not ready: scores",
        "/.well-known/jwks.json | {\"keys\":[]} | keys: returned no keys",
        "/api/v1/exercises | {\"title\":\"Not found\"} | exercises: returned no list",
        "/api/v1/exercises | <html> | exercises: the response is not JSON"
      })
  void aPlatformThatDoesNotFails(String path, String answer, String said) {
    answers.put(path, answer);

    Run run = verify("1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains(said);
  }

  @Test
  void nobodyAtTheAddressFails() {
    gateway.stop(0);

    Run run = verify("1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("gateway: no response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "ftp://gateway", "http:"})
  void refusesWhatIsNoAddress(String address) {
    Run run = Run.of(Map.of(), "verify", "--gateway", address);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("http://api-gateway-service");
  }

  @Test
  void refusesATimeThatIsTooShort() {
    assertThat(verify("0").status()).isEqualTo(2);
  }
}
