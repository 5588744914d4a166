package dev.touchstone.usermanagement.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
  private static SmtpServer parse(String url) {
    return SmtpServer.parse(Secret.of(url)).orElseThrow();
  }

  @Test
  void readsAnAddress() {
    SmtpServer server = parse("smtp://me%40school:p%2Fw+d@mail.school.example:2525");
    assertThat(server.user()).isEqualTo("me@school");
    assertThat(server.password().reveal()).isEqualTo("p/w+d");
    assertThat(server.port()).isEqualTo(2525);
    assertThat(server.toString()).doesNotContain("p/w+d");
  }

  @Test
  void aPasswordIsNotSentInPlainTextUnlessTheOperatorSaysSo() {
    assertThat(parse("smtp://mail.example").properties())
        .containsEntry("mail.smtp.starttls.required", "true");
    assertThat(parse("smtp://localhost:25").properties())
        .containsEntry("mail.smtp.starttls.required", "false")
        .containsEntry("mail.smtp.starttls.enable", "true");
    assertThat(parse("smtp://mail.example?starttls=off").properties())
        .containsEntry("mail.smtp.starttls.enable", "false");
    assertThat(parse("smtps://mail.example").port()).isEqualTo(465);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://a/b",
        "smtp://a?tls=no",
        "smtp://a?starttls=maybe"
      })
  void refusesWhatIsNone(String url) {
    assertThat(SmtpServer.parse(Secret.of(url))).isEmpty();
  }
}
