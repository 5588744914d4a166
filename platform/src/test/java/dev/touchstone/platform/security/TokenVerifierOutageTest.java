package dev.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.testing.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Tokens while the keys cannot be fetched: a session must not end because of that. */
class TokenVerifierOutageTest {
  @Test
  void isUnavailableAtEveryTokenUntilTheKeysAreThere() throws IOException {
    HttpServer broken =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    broken.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    broken.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + broken.getAddress().getPort());
      TokenVerifier verifier = TokenVerifier.remote(address, _ -> false);
      String token = new TestTokens().token(1, "anna", Role.LEARNER.wireName());
      // Keys are fetched at most twice in half a minute.
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> verifier.verify(token))
            .isInstanceOfSatisfying(ProblemException.class, problem -> requireUnavailable(problem));
      }
    } finally {
      broken.stop(0);
    }
  }

  private static void requireUnavailable(ProblemException problem) {
    if (problem.status() != 503) {
      throw new AssertionError("A token was refused with " + problem.status());
    }
  }
}
