package dev.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiTokenTest {
  @Test
  void scannersRecogniseIt() {
    String text = ApiToken.create().value().reveal();
    assertThat(text).matches("tspat_[0-9A-Za-z]{42}");
    assertThat(ApiToken.of(text)).isPresent();
    assertThat(ApiToken.create().value().reveal()).isNotEqualTo(text);
  }

  @Test
  void theChecksumExcludesWhatOnlyLooksLikeOne() {
    String text = ApiToken.create().value().reveal();
    char other = text.charAt(10) == 'a' ? 'b' : 'a';
    assertThat(ApiToken.of(text.substring(0, 10) + other + text.substring(11))).isEmpty();
    assertThat(ApiToken.of(text + "a")).isEmpty();
    assertThat(ApiToken.of("tspat_")).isEmpty();
    // The CRC-32 of 36 zeros is 0x240431a2, in base 62 0etOEM.
    assertThat(ApiToken.of("tspat_" + "0".repeat(36) + "0etOEM")).isPresent();
  }

  @Test
  void itsTextDoesNotReachALog() {
    ApiToken token = ApiToken.create();
    assertThat(token.toString()).doesNotContain(token.value().reveal());
  }
}
