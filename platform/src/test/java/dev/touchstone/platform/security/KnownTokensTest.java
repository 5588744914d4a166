package dev.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.TestTokens;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownTokensTest {
  private final TestTokens tokens = new TestTokens();
  private final AtomicInteger verified = new AtomicInteger();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final TokenVerifier verifier = new TokenVerifier(counted(), ended::contains);

  @Test
  void theSignatureOfATokenIsVerifiedOnce() {
    String token = tokens.token(7, "anna", "learner");
    Principal first = verifier.verify(token);
    assertThat(verifier.verify(token)).isEqualTo(first);
    assertThat(verified).hasValue(1);
  }

  @Test
  void anotherTokenOfTheSamePersonIsVerifiedToo() {
    verifier.verify(tokens.token(7, "anna", "learner"));
    String forged = new TestTokens().token(7, "anna", "admin");
    assertThatThrownBy(() -> verifier.verify(forged)).hasFieldOrPropertyWithValue("status", 401);
    String token = tokens.token(8, "binh", "learner");
    verifier.verify(token);
    String changed = token.substring(0, token.length() - 4) + "AAAA";
    assertThatThrownBy(() -> verifier.verify(changed)).hasFieldOrPropertyWithValue("status", 401);
  }

  @Test
  void aKnownTokenEndsWithItsSession() {
    String token = tokens.token(7, "anna", "learner");
    verifier.verify(token);
    ended.add("session-7");
    assertThat(codeOf(token)).isEqualTo("token_revoked");
  }

  @Test
  void aKnownTokenExpires() {
    // Clocks may differ by five seconds.
    String token = tokens.token(7, "anna", "learner", Instant.now().minusSeconds(3));
    verifier.verify(token);
    Await.until("its end", () -> codeOf(token).equals("token_expired"));
  }

  private String codeOf(String token) {
    try {
      verifier.verify(token);
      return "";
    } catch (ProblemException e) {
      return e.code();
    }
  }

  private JWKSource<SecurityContext> counted() {
    JWKSource<SecurityContext> keys = tokens.keySource();
    return (selector, context) -> {
      verified.incrementAndGet();
      return keys.get(selector, context);
    };
  }
}
