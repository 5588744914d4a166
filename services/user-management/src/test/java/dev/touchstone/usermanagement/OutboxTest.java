package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import dev.touchstone.usermanagement.RunningService.Person;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutboxTest {
  private static final String DEAD = "/api/v1/mails";
  private static final String KEY = "key-of-the-page-of-this-test-only";
  private static final String PAGE = "/dev/mails";

  @Test
  void severalProcessesSendEachMailOnce() {
    String database = TestDatabase.createUrl();
    try (MailBox mails = MailBox.start();
        RunningService first = RunningService.start(database, mails.settings());
        RunningService second = RunningService.start(database, mails.settings())) {
      List<String> names =
          IntStream.range(0, 6).mapToObj(i -> first.newLearner().username()).toList();
      IntStream.range(0, 4)
          .parallel()
          .forEach(i -> (i % 2 == 0 ? first : second).service.sendMail());
      for (String name : names) {
        mails.await(second, name + "@example.org", "Confirm your");
        assertThat(mails.to(name + "@example.org")).hasSize(1);
      }
    }
  }

  @Test
  void aMailThatFindsNoServerIsTriedAgainAndGivenUpAtLast() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    String database = TestDatabase.createUrl();
    Map<String, String> settings =
        Map.of(
            "SMTP_URL", "smtp://127.0.0.1:" + nobody,
            "PUBLIC_URL", MailBox.PUBLIC_URL,
            "TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD", RunningService.ADMIN_PASSWORD);
    String address;
    try (RunningService service = RunningService.start(database, settings)) {
      Person person = service.newLearner();
      address = person.username() + "@example.org";
      JsonNode dead =
          Await.value(
              "the mail given up",
              () -> {
                service.service.sendMail();
                service.clock.advance(Duration.ofHours(4));
                Person again = service.administrator();
                JsonNode items = service.get(again.token(), DEAD).json().path("items");
                return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
              });
      assertThat(dead.path("attempts").asInt()).isEqualTo(12);
      assertThat(dead.path("recipient").asString()).isEqualTo(address);
      assertThat(dead.path("last_error").asString()).isNotBlank().doesNotContain("token=");
      Person again = service.signIn(person.username(), RunningService.PASSWORD);
      assertThat(service.get(again.token(), DEAD).code()).isEqualTo("forbidden");
    }
    try (MailBox mails = MailBox.start();
        RunningService service = RunningService.start(database, mails.settings())) {
      var found = service.signIn("admin", RunningService.ADMIN_PASSWORD);
      long id = service.get(found.token(), DEAD).json().at("/items/0/id").asLong();
      HttpProbe.Answer retried = retry(service, found, id);
      assertThat(retried.json().path("state").asString()).isEqualTo("waiting");
      mails.await(service, address, "Confirm your");
      assertThat(retry(service, found, id).code()).isEqualTo("mail_not_found");
      assertThat(service.get(found.token(), DEAD + "?cursor=x", DEAD).status()).isEqualTo(400);
    }
  }

  private static HttpProbe.Answer retry(RunningService service, Person by, long id) {
    return service.post(by.token(), DEAD + "/" + id + "/retry", DEAD + "/{id}/retry", Map.of());
  }

  @Test
  void withoutAServerMailsWaitOnThePageOfDevelopers() {
    try (RunningService service =
        RunningService.start(Map.of("TOUCHSTONE_DEVELOPMENT_MAIL_KEY", KEY))) {
      Person person = service.newLearner();
      HttpProbe.Answer page = service.get(null, PAGE + "?key=" + KEY, PAGE);
      assertThat(page.text())
          .contains(person.username() + "@example.org")
          .containsPattern("<a href=\"/verify-email#token=[^\"]{43}\">");
      assertThat(service.get(null, PAGE + "?key=x", PAGE).status()).isEqualTo(404);
    }
  }

  @Test
  void thePageIsOffUnlessItIsSwitchedOnAndThereIsNoServer() {
    try (MailBox mails = MailBox.start();
        RunningService service =
            RunningService.start(
                Map.of(
                    "TOUCHSTONE_DEVELOPMENT_MAIL_KEY",
                    KEY,
                    "SMTP_URL",
                    mails.settings().getOrDefault("SMTP_URL", ""),
                    "PUBLIC_URL",
                    MailBox.PUBLIC_URL))) {
      assertThat(service.get(null, PAGE + "?key=" + KEY, PAGE).status()).isEqualTo(404);
    }
  }

  @Test
  void refusesToStartWithHalfOfTheSettings() {
    assertThatThrownBy(() -> RunningService.start(Map.of("SMTP_URL", "smtp://mail.example")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("PUBLIC_URL");
    assertThatThrownBy(() -> RunningService.start(Map.of("SMTP_URL", "mail.example")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("SMTP_URL must have the form");
    assertThatThrownBy(() -> RunningService.start(Map.of("MAIL_FROM", "nobody")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("MAIL_FROM");
    assertThatThrownBy(
            () -> RunningService.start(Map.of("TOUCHSTONE_DEVELOPMENT_MAIL_KEY", "true")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("shorter than 32");
  }
}
