package dev.touchstone.judge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GivenSettingsTest {
  @Test
  void endWithAnEmptyOneAndLeaveTheRestOfTheInput() throws IOException {
    InputStream input = input("TOUCHSTONE_PORT=5004\0TOUCHSTONE_JUDGE_TOKEN=a=b\nc é\0\0rest");
    assertThat(GivenSettings.read(input).orElseThrow())
        .containsOnlyKeys("TOUCHSTONE_PORT", "TOUCHSTONE_JUDGE_TOKEN")
        .containsEntry("TOUCHSTONE_PORT", "5004")
        .containsEntry("TOUCHSTONE_JUDGE_TOKEN", "a=b\nc é");
    assertThat(input.readAllBytes()).asString().isEqualTo("rest");
  }

  @Test
  void areNoneWhereTheStarterEndsBefore() throws IOException {
    assertThat(GivenSettings.read(input(""))).isEmpty();
    assertThat(GivenSettings.read(input("TOUCHSTONE_PORT=5004\0"))).isEmpty();
  }

  /** A starter with fewer rights would have the judge read any file and send it as a token. */
  @Test
  void nameNoFiles() throws IOException {
    assertThat(GivenSettings.read(input("TOUCHSTONE_JUDGE_TOKEN_FILE=/etc/shadow\0\0")))
        .hasValueSatisfying(settings -> assertThat(settings).isEmpty());
  }

  @Test
  void areLimited() {
    assertThatThrownBy(() -> GivenSettings.read(input("x".repeat(1 << 16))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("64 KiB");
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
