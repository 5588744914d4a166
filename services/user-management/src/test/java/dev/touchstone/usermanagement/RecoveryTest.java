package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final MailBox MAILS = MailBox.start();
  private static final RunningService SERVICE = RunningService.start(MAILS.settings());
  private static final String RESET = "/api/v1/auth/password-reset";
  private static final String CONFIRM = RESET + "/confirm";
  private static final String RESET_SUBJECT = "Choose a new password";
  private static final String NEW = "a new long one 7";

  @AfterAll
  static void stop() {
    SERVICE.close();
    MAILS.close();
  }

  private static HttpProbe.Answer confirm(String token, String password) {
    return SERVICE.post(null, CONFIRM, Map.of("token", token, "new_password", password));
  }

  private static String mail(Person person) {
    return person.username() + "@example.org";
  }

  @Test
  void aLinkByMailSetsANewPasswordAndEndsAllSessions() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer asked = SERVICE.post(null, RESET, Map.of("login", person.username()));
    assertThat(asked.status()).isEqualTo(202);
    MailBox.Mail mail = MAILS.await(SERVICE, mail(person), RESET_SUBJECT);
    assertThat(mail.plain()).contains(person.username(), "60 minutes");
    assertThat(mail.html()).contains("<a href=\"" + MailBox.PUBLIC_URL + "/reset-password#token=");

    assertThat(confirm(mail.token(), "short").json().at("/errors/0/code").asString())
        .isEqualTo("password_too_short");
    assertThat(confirm(mail.token(), NEW).status()).isEqualTo(204);
    assertThat(confirm(mail.token(), NEW + "x").code()).isEqualTo("link_invalid");
    assertThat(SERVICE.get(person.token(), "/api/v1/users/me").code()).isEqualTo("token_revoked");
    assertThat(SERVICE.login(person.username(), RunningService.PASSWORD).status()).isEqualTo(401);
    Person again = SERVICE.signIn(person.username(), NEW);
    MAILS.await(SERVICE, mail(person), "password has changed");
    // The link has shown that the address is the user's.
    assertThat(
            SERVICE
                .get(again.token(), "/api/v1/users/me")
                .json()
                .path("email_verified")
                .asBoolean())
        .isTrue();
  }

  @Test
  void theResponseDoesNotShowWhichAccountsExist() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer known = SERVICE.post(null, RESET, Map.of("login", mail(person)));
    HttpProbe.Answer unknown = SERVICE.post(null, RESET, Map.of("login", "nobody@example.org"));
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.text()).isEqualTo(known.text());
    MAILS.await(SERVICE, mail(person), RESET_SUBJECT);
    assertThat(MAILS.to("nobody@example.org")).isEmpty();
    assertThat(SERVICE.post(null, RESET, Map.of("login", " ")).status()).isEqualTo(400);
    assertThat(SERVICE.post(null, RESET, Map.of("login", "a\u0000b")).status()).isEqualTo(400);
  }

  @Test
  void aLinkExpires() {
    Person person = SERVICE.newLearner();
    SERVICE.post(null, RESET, Map.of("login", person.username()));
    String token = MAILS.await(SERVICE, mail(person), RESET_SUBJECT).token();
    SERVICE.clock.advance(Duration.ofMinutes(61));
    assertThat(confirm(token, NEW).code()).isEqualTo("link_invalid");
    assertThat(confirm("x", NEW).code()).isEqualTo("link_invalid");
    assertThat(SERVICE.post(null, CONFIRM, Map.of()).json().path("errors").size()).isEqualTo(2);
  }

  @Test
  void nobodyIsFloodedWithMails() {
    Person person = SERVICE.newLearner();
    for (int i = 0; i < 5; i++) {
      SERVICE.post(null, RESET, Map.of("login", person.username()));
    }
    Person other = SERVICE.newLearner();
    SERVICE.post(null, RESET, Map.of("login", other.username()));
    MAILS.await(SERVICE, mail(other), RESET_SUBJECT); // asked for after all the others
    assertThat(MAILS.to(mail(person)))
        .filteredOn(mail -> mail.subject().contains(RESET_SUBJECT))
        .hasSize(3)
        .extracting(MailBox.Mail::messageId)
        .doesNotHaveDuplicates();
  }

  @Test
  void anAdministratorHandsALinkOver() {
    Person administrator = SERVICE.administrator();
    Person person = SERVICE.newLearner();
    HttpProbe.Answer first = link(administrator, person.id());
    HttpProbe.Answer second = link(administrator, person.id());
    assertThat(second.status()).isEqualTo(201);
    assertThat(confirm(token(first), NEW).code()).isEqualTo("link_invalid");
    assertThat(confirm(token(second), NEW).status()).isEqualTo(204);
    Person again = SERVICE.signIn(person.username(), NEW);
    // Nobody has shown that the address is the user's.
    assertThat(
            SERVICE
                .get(again.token(), "/api/v1/users/me")
                .json()
                .path("email_verified")
                .asBoolean())
        .isFalse();
    assertThat(link(again, person.id()).code()).isEqualTo("forbidden");
    assertThat(link(administrator, 999_999).code()).isEqualTo("user_not_found");
    SERVICE.patch(
        administrator.token(),
        "/api/v1/users/" + person.id(),
        "/api/v1/users/{id}",
        new HashMap<>(Map.of("is_active", false)));
    assertThat(link(administrator, person.id()).code()).isEqualTo("account_inactive");
  }

  private static HttpProbe.Answer link(Person by, long id) {
    return SERVICE.post(
        by.token(),
        "/api/v1/users/" + id + "/reset-link",
        "/api/v1/users/{id}/reset-link",
        Map.of());
  }

  private static String token(HttpProbe.Answer link) {
    String url = link.json().path("url").asString();
    assertThat(url).startsWith(MailBox.PUBLIC_URL + "/reset-password#token=");
    return url.substring(url.indexOf("#token=") + 7);
  }
}
