package dev.touchstone.usermanagement.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private static final String PASSWORD = "tràng giang 1939";

  /** The parameters of a setting in OWASP's Password Storage Cheat Sheet, in the PHC format. */
  @Test
  void hashesAreExpensiveAndSalted() {
    PasswordHasher hasher = new PasswordHasher();
    String hash = hasher.hash(PASSWORD);
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hash);
    assertThat(hasher.matches(PASSWORD, hash)).isTrue();
    assertThat(hasher.matches("tràng giang 1940", hash)).isFalse();
    assertThat(hasher.refuse(PASSWORD)).isFalse();
  }

  @Test
  void aHashOfOtherParametersIsReadAndOutdated() {
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      PasswordHasher earlier = new PasswordHasher(threads, 64);
      String hash = earlier.hash(PASSWORD);
      PasswordHasher hasher = new PasswordHasher();
      assertThat(hasher.matches(PASSWORD, hash)).isTrue();
      assertThat(hasher.isOutdated(hash)).isTrue();
      assertThat(earlier.isOutdated(hash)).isFalse();
    }
  }
}
