package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerificationTest {
  private static final MailBox MAILS = MailBox.start();
  private static final RunningService SERVICE = RunningService.start(MAILS.settings());
  private static final String ME = "/api/v1/users/me";
  private static final String EMAIL = ME + "/email";
  private static final String AGAIN = EMAIL + "/verification";
  private static final String SUBJECT = "Confirm your";

  @AfterAll
  static void stop() {
    SERVICE.close();
    MAILS.close();
  }

  private static HttpProbe.Answer confirm(String token) {
    return SERVICE.post(null, "/api/v1/auth/verify-email", Map.of("token", token));
  }

  private static HttpProbe.Answer change(Person person, String email) {
    return SERVICE.post(
        person.token(), EMAIL, Map.of("email", email, "current_password", RunningService.PASSWORD));
  }

  private static JsonNode me(Person person) {
    return SERVICE.get(person.token(), ME).json();
  }

  private static String address(Person person) {
    return person.username() + "@example.org";
  }

  private static Person confirmed() {
    Person person = SERVICE.newLearner();
    assertThat(confirm(MAILS.await(SERVICE, address(person), SUBJECT).token()).status())
        .isEqualTo(204);
    return person;
  }

  @Test
  void anAddressCountsOnceItsLinkWasOpened() {
    Person person = SERVICE.newLearner();
    assertThat(me(person).path("email_verified").asBoolean()).isFalse();
    String token = MAILS.await(SERVICE, address(person), SUBJECT).token();
    assertThat(confirm(token).status()).isEqualTo(204);
    assertThat(me(person).path("email_verified").asBoolean()).isTrue();
    assertThat(confirm(token).code()).isEqualTo("link_invalid");
    assertThat(confirm("").code()).isEqualTo("invalid_request");
  }

  @Test
  void aNewAddressReplacesTheFormerOneOnceItsLinkWasOpened() {
    Person person = confirmed();
    String wanted = "new-" + address(person);
    assertThat(change(person, wanted).status()).isEqualTo(202);
    assertThat(me(person).path("email").asString()).isEqualTo(address(person));
    assertThat(me(person).path("pending_email").asString()).isEqualTo(wanted);
    assertThat(confirm(MAILS.await(SERVICE, wanted, SUBJECT).token()).status()).isEqualTo(204);
    assertThat(me(person).path("email").asString()).isEqualTo(wanted);
    assertThat(me(person).path("pending_email").isNull()).isTrue();
    MAILS.await(SERVICE, address(person), "has changed");
    assertThat(SERVICE.login(address(person), RunningService.PASSWORD).status()).isEqualTo(401);
    assertThat(SERVICE.login(wanted, RunningService.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aChangeCanBeCancelled() {
    Person person = confirmed();
    String wanted = "not-" + address(person);
    change(person, wanted);
    String token = MAILS.await(SERVICE, wanted, SUBJECT).token();
    change(person, address(person));
    assertThat(me(person).path("pending_email").isNull()).isTrue();
    assertThat(confirm(token).code()).isEqualTo("link_invalid");
    assertThat(me(person).path("email_verified").asBoolean()).isTrue();
  }

  @Test
  void aNewPasswordEndsWhatTheFormerOneBegan() {
    Person person = SERVICE.newLearner();
    String wanted = "thief-" + address(person);
    change(person, wanted);
    String theirs = MAILS.await(SERVICE, wanted, SUBJECT).token();
    SERVICE.post(null, "/api/v1/auth/password-reset", Map.of("login", person.username()));
    String reset = MAILS.await(SERVICE, address(person), "Choose a new").token();
    Map<String, String> passwords =
        Map.of("current_password", RunningService.PASSWORD, "new_password", "another long one");
    assertThat(SERVICE.post(person.token(), ME + "/password", passwords).status()).isEqualTo(204);
    assertThat(me(person).path("pending_email").isNull()).isTrue();
    assertThat(confirm(theirs).code()).isEqualTo("link_invalid");
    HttpProbe.Answer late =
        SERVICE.post(
            null,
            "/api/v1/auth/password-reset/confirm",
            Map.of("token", reset, "new_password", "a third long one"));
    assertThat(late.code()).isEqualTo("link_invalid");
  }

  @Test
  void aChangeNeedsThePasswordAndAnAddress() {
    Person person = SERVICE.newLearner();
    Map<String, String> wrong = Map.of("email", "a@example.org", "current_password", "wrong one");
    assertThat(SERVICE.post(person.token(), EMAIL, wrong).code())
        .isEqualTo("current_password_wrong");
    assertThat(SERVICE.post(person.token(), EMAIL, Map.of()).json().path("errors").size())
        .isEqualTo(2);
    assertThat(SERVICE.post(null, EMAIL, wrong).code()).isEqualTo("unauthenticated");
  }

  @Test
  void noResponseShowsThatAnAddressHasAnAccount() {
    Person owner = confirmed();
    HttpProbe.Answer registered =
        SERVICE.post(
            null,
            "/api/v1/auth/register",
            Map.of(
                "username",
                "other." + owner.username(),
                "email",
                address(owner),
                "password",
                RunningService.PASSWORD));
    assertThat(registered.status()).isEqualTo(201);
    MailBox.Mail notice = MAILS.await(SERVICE, address(owner), "already have");
    assertThat(notice.plain()).contains(owner.username()).doesNotContain("#token=");
    // The other account exists, but the address leads to its owner's.
    Person other = SERVICE.signIn("other." + owner.username(), RunningService.PASSWORD);
    assertThat(SERVICE.signIn(address(owner), RunningService.PASSWORD).id()).isEqualTo(owner.id());

    Person third = SERVICE.newLearner();
    assertThat(change(third, address(owner)).status()).isEqualTo(202);
    assertThat(me(third).path("pending_email").asString()).isEqualTo(address(owner));
    assertThat(me(other).path("email_verified").asBoolean()).isFalse();
  }

  @Test
  void ofTwoAccountsThatNameAnAddressTheFirstToConfirmHasIt() {
    Person first = SERVICE.newLearner();
    String token = MAILS.await(SERVICE, address(first), SUBJECT).token();
    Person second = SERVICE.newLearner();
    change(second, address(first));
    MailBox.Mail other = MAILS.await(SERVICE, address(first), "new address");
    assertThat(confirm(other.token()).status()).isEqualTo(204);
    assertThat(confirm(token).code()).isEqualTo("link_invalid");
    assertThat(me(second).path("email").asString()).isEqualTo(address(first));
  }

  /** Else anybody could flood an address by registering with it and leaving, again and again. */
  @Test
  void theMailsToAnAddressAreCountedThoughItsAccountsAreDeleted() {
    String address = "flooded@example.org";
    for (int i = 0; i < 5; i++) {
      String name = "leaving" + i;
      SERVICE.post(
          null,
          "/api/v1/auth/register",
          Map.of("username", name, "email", address, "password", RunningService.PASSWORD));
      SERVICE.service.sendMail();
      HttpProbe.Answer deleted =
          SERVICE.post(
              SERVICE.signIn(name, RunningService.PASSWORD).token(),
              ME + "/deletion",
              Map.of("current_password", RunningService.PASSWORD));
      assertThat(deleted.status()).isEqualTo(204);
    }
    confirmed(); // its mail waits behind the others
    assertThat(MAILS.to(address)).hasSize(3);
  }

  @Test
  void theLinkIsSentAgainOnRequest() {
    Person person = SERVICE.newLearner();
    MAILS.await(SERVICE, address(person), SUBJECT);
    for (int i = 0; i < 4; i++) {
      HttpProbe.Answer answer = SERVICE.post(person.token(), AGAIN, AGAIN, Map.of());
      assertThat(answer.status()).isEqualTo(202);
    }
    confirmed(); // its mail waits behind the others
    assertThat(MAILS.to(address(person))).hasSize(3);
    assertThat(SERVICE.post(null, AGAIN, AGAIN, Map.of()).status()).isEqualTo(401);
  }

  @Test
  void remembersATimeZone() {
    Person person = SERVICE.newLearner();
    assertThat(me(person).path("time_zone").isNull()).isTrue();
    SERVICE.patch(person.token(), ME, ME, Map.of("time_zone", "Asia/Ho_Chi_Minh"));
    assertThat(me(person).path("time_zone").asString()).isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(
            SERVICE
                .patch(person.token(), ME, ME, Map.of("time_zone", "Mars/Olympus"))
                .json()
                .at("/errors/0/code")
                .asString())
        .isEqualTo("time_zone_unknown");
  }
}
