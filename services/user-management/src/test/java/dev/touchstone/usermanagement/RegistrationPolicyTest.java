package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegistrationPolicyTest {
  private static final MailBox MAILS = MailBox.start();
  private static final RunningService SERVICE = RunningService.start(MAILS.settings());
  private static final Person ADMIN = SERVICE.administrator();
  private static final String SETTING = "/api/v1/settings/{name}";
  private static final String INVITATIONS = "/api/v1/invitations";

  @AfterAll
  static void stop() {
    SERVICE.close();
    MAILS.close();
  }

  private static HttpProbe.Answer set(String token, String name, Object value) {
    return SERVICE.put(token, "/api/v1/settings/" + name, SETTING, Map.of("value", value));
  }

  private static void policy(String policy) {
    assertThat(set(ADMIN.token(), "registration.policy", policy).status()).isEqualTo(200);
  }

  private static HttpProbe.Answer register(String username, Map<String, String> more) {
    Map<String, String> body = new HashMap<>();
    body.put("username", username);
    body.put("email", username + "@example.org");
    body.put("password", RunningService.PASSWORD);
    body.putAll(more);
    return SERVICE.post(null, "/api/v1/auth/register", body);
  }

  @Test
  void theCodeAdmits() {
    set(ADMIN.token(), "registration.code", "LOP-10A");
    policy("code");
    assertThat(SERVICE.get(null, "/api/v1/auth/registration").json().path("policy").asString())
        .isEqualTo("code");
    assertThat(SERVICE.get(null, "/api/v1/auth/registration").text()).doesNotContain("LOP-10A");
    assertThat(register("code1", Map.of()).code()).isEqualTo("registration_code_wrong");
    assertThat(register("code1", Map.of("code", "lop-10a")).code())
        .isEqualTo("registration_code_wrong");
    assertThat(register("code1", Map.of("code", " LOP-10A ")).status()).isEqualTo(201);
    // Without a code nobody has the right one.
    set(ADMIN.token(), "registration.code", "");
    assertThat(register("code2", Map.of("code", "")).code()).isEqualTo("registration_code_wrong");
  }

  @Test
  void anAddressOfADomainAdmitsOnceItIsConfirmed() {
    set(ADMIN.token(), "registration.domains", List.of("school.example"));
    policy("domain");
    assertThat(SERVICE.get(null, "/api/v1/auth/registration").json().at("/domains/0").asString())
        .isEqualTo("school.example");
    assertThat(register("domain1", Map.of()).code()).isEqualTo("registration_domain_refused");
    assertThat(register("domain1", Map.of("email", "a@x.school.example")).code())
        .isEqualTo("registration_domain_refused");
    String address = "lan@school.example";
    assertThat(register("domain1", Map.of("email", address)).status()).isEqualTo(201);
    assertThat(SERVICE.login("domain1", RunningService.PASSWORD).code())
        .isEqualTo("email_not_verified");
    String token = MAILS.await(SERVICE, address, "Confirm your").token();
    SERVICE.post(null, "/api/v1/auth/verify-email", Map.of("token", token));
    assertThat(SERVICE.login("domain1", RunningService.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anInvitationAdmitsOnce() {
    policy("invitation");
    assertThat(register("invited1", Map.of()).code()).isEqualTo("invitation_invalid");
    assertThat(register("invited1", Map.of("invitation", "x")).code())
        .isEqualTo("invitation_invalid");
    SERVICE.post(
        ADMIN.token(), INVITATIONS, Map.of("email", "invited1@example.org", "locale", "vi"));
    MailBox.Mail mail = MAILS.await(SERVICE, "invited1@example.org", "Lời mời");
    Map<String, String> shown = Map.of("invitation", mail.token());
    assertThat(register("invited2", shown).code()).isEqualTo("invitation_invalid");
    assertThat(register("invited1", shown).status()).isEqualTo(201);
    assertThat(
            register(
                    "invited1b",
                    Map.of("invitation", mail.token(), "email", "invited1@example.org"))
                .code())
        .isEqualTo("invitation_invalid");
  }

  @Test
  void anInvitationCanBeWithdrawn() {
    policy("invitation");
    JsonNode made = SERVICE.post(ADMIN.token(), INVITATIONS, Map.of("locale", "en")).json();
    String token = made.path("url").asString().replaceAll(".*#token=", "");
    assertThat(SERVICE.get(ADMIN.token(), INVITATIONS).json().path("items").valueStream())
        .anyMatch(item -> item.path("id").equals(made.path("id")));
    String path = INVITATIONS + "/" + made.path("id").asLong();
    assertThat(SERVICE.delete(ADMIN.token(), path, INVITATIONS + "/{id}").status()).isEqualTo(204);
    assertThat(SERVICE.delete(ADMIN.token(), path, INVITATIONS + "/{id}").code())
        .isEqualTo("invitation_not_found");
    assertThat(register("withdrawn", Map.of("invitation", token)).code())
        .isEqualTo("invitation_invalid");
    assertThat(SERVICE.post(ADMIN.token(), INVITATIONS, Map.of("email", "x")).status())
        .isEqualTo(400);
  }

  @Test
  void closedMeansClosed() {
    policy("closed");
    assertThat(register("closed1", Map.of("invitation", "x")).code())
        .isEqualTo("registration_closed");
    policy("open");
    Person learner = SERVICE.newLearner();
    assertThat(set(learner.token(), "registration.policy", "open").code()).isEqualTo("forbidden");
    assertThat(SERVICE.get(learner.token(), "/api/v1/settings").code()).isEqualTo("forbidden");
    assertThat(SERVICE.get(learner.token(), INVITATIONS).code()).isEqualTo("forbidden");
  }

  @Test
  void settingsShowWhoChangedThem() {
    set(ADMIN.token(), "audit.retention_days", 90);
    JsonNode setting =
        SERVICE
            .get(ADMIN.token(), "/api/v1/settings")
            .json()
            .path("items")
            .valueStream()
            .filter(item -> item.path("name").asString().equals("audit.retention_days"))
            .findFirst()
            .orElseThrow();
    assertThat(setting.path("value").asInt()).isEqualTo(90);
    assertThat(setting.path("default_value").asInt()).isEqualTo(400);
    assertThat(setting.path("changed_by").asString()).isEqualTo("admin");
    for (Object bad : List.of("sometimes", 3, List.of())) {
      assertThat(set(ADMIN.token(), "registration.policy", bad).status()).isEqualTo(400);
    }
    assertThat(set(ADMIN.token(), "audit.retention_days", 1).code()).isEqualTo("invalid_request");
    assertThat(set(ADMIN.token(), "no.such", "x").code()).isEqualTo("setting_not_found");
  }
}
