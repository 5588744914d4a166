package dev.touchstone.usermanagement.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
  /** The secret of RFC 6238, appendix B, for SHA-1. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final Totp totp = new Totp();

  @Test
  void makesTheCodesOfTheStandard() {
    // Its table has eight digits; six are the last six of them.
    assertThat(totp.code(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(totp.code(SECRET, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
    assertThat(totp.code(SECRET, Instant.ofEpochSecond(20000000000L))).isEqualTo("353130");
  }

  @Test
  void writesSecretsAsAppsReadThem() {
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.base32(new byte[20])).isEqualTo("A".repeat(32));
    assertThat(Totp.uri("lan", SECRET))
        .startsWith("otpauth://totp/Touchstone:lan?secret=GEZDGNBV")
        .contains("&issuer=Touchstone");
  }

  @Test
  void acceptsOnePeriodBeforeAndAfter() {
    Instant now = Instant.ofEpochSecond(1111111109);
    long current = 1111111109 / 30;
    for (int offset = -1; offset <= 1; offset++) {
      String code = totp.code(SECRET, now.plusSeconds(30L * offset));
      assertThat(totp.period(SECRET, code, now)).hasValue(current + offset);
    }
    assertThat(totp.period(SECRET, totp.code(SECRET, now.plusSeconds(60)), now)).isEmpty();
    assertThat(totp.period(SECRET, totp.code(SECRET, now.minusSeconds(60)), now)).isEmpty();
  }
}
