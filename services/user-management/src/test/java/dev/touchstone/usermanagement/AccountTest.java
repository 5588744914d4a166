package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestTokens;
import dev.touchstone.usermanagement.RunningService.Person;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String ME = "/api/v1/users/me";
  private static final String PASSWORD = "/api/v1/users/me/password";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void showsTheCallersOwnAccount() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer answer = SERVICE.get(person.token(), ME);
    assertThat(answer.json().path("username").asString()).isEqualTo(person.username());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void needsAToken() {
    assertThat(SERVICE.get(null, ME).code()).isEqualTo("unauthenticated");
    assertThat(SERVICE.get("x.y.z", ME).code()).isEqualTo("token_invalid");
    String foreign = new TestTokens().token(1, "admin", Role.ADMIN.wireName());
    assertThat(SERVICE.get(foreign, ME).code()).isEqualTo("token_invalid");
    assertThat(SERVICE.get(RunningService.INTERNAL_TOKEN, ME).code()).isEqualTo("token_invalid");
  }

  @Test
  void changesNameAndLanguage() {
    Person person = SERVICE.newLearner();
    HttpProbe.Answer answer =
        SERVICE.patch(person.token(), ME, ME, Map.of("display_name", "Thu Hà", "locale", "vi"));
    assertThat(answer.status()).isEqualTo(200);
    SERVICE.patch(person.token(), ME, ME, Map.of("locale", "en"));
    HttpProbe.Answer after = SERVICE.get(person.token(), ME);
    assertThat(after.json().path("display_name").asString()).isEqualTo("Thu Hà");
    assertThat(after.json().path("locale").asString()).isEqualTo("en");
  }

  @Test
  void changesNothingElse() {
    Person person = SERVICE.newLearner();
    for (String field : new String[] {"role", "is_active", "id", "username", "email"}) {
      HttpProbe.Answer answer = SERVICE.patch(person.token(), ME, ME, Map.of(field, "admin"));
      assertThat(answer.status()).as(field).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("unknown_field");
    }
    assertThat(SERVICE.patch(person.token(), ME, ME, Map.of("display_name", "")).status())
        .isEqualTo(400);
    assertThat(SERVICE.get(person.token(), ME).json().path("role").asString()).isEqualTo("learner");
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAtOnce() {
    Person here = SERVICE.newLearner();
    Person elsewhere = SERVICE.signIn(here.username(), RunningService.PASSWORD);
    HttpProbe.Answer answer =
        SERVICE.post(
            here.token(),
            PASSWORD,
            Map.of(
                "current_password", RunningService.PASSWORD, "new_password", "another long one"));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(SERVICE.get(here.token(), ME).status()).isEqualTo(200);
    assertThat(SERVICE.get(elsewhere.token(), ME).code()).isEqualTo("token_revoked");
    assertThat(SERVICE.postCookie("/api/v1/auth/refresh", elsewhere.cookie()).status())
        .isEqualTo(401);
    assertThat(SERVICE.login(here.username(), RunningService.PASSWORD).status()).isEqualTo(401);
    assertThat(SERVICE.login(here.username(), "another long one").status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordNeedsTheCurrentOneAndMustBeGood() {
    Person person = SERVICE.newLearner();
    Map<String, String> wrong =
        Map.of("current_password", "not the right one", "new_password", "another long one");
    assertThat(SERVICE.post(person.token(), PASSWORD, wrong).code())
        .isEqualTo("current_password_wrong");
    HttpProbe.Answer weak =
        SERVICE.post(
            person.token(),
            PASSWORD,
            Map.of(
                "current_password",
                RunningService.PASSWORD,
                "new_password",
                "me-" + person.username()));
    assertThat(weak.json().at("/errors/0/field").asString()).isEqualTo("new_password");
    assertThat(SERVICE.post(person.token(), PASSWORD, Map.of()).json().path("errors").size())
        .isEqualTo(2);
    for (int i = 0; i < 9; i++) {
      SERVICE.post(person.token(), PASSWORD, wrong);
    }
    assertThat(SERVICE.post(person.token(), PASSWORD, wrong).code()).isEqualTo("rate_limited");
  }
}
