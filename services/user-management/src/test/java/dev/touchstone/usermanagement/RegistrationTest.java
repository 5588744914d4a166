package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RegistrationTest {
  private static final RunningService SERVICE = RunningService.start();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static HttpProbe.Answer register(Map<String, ?> changes) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "username",
                "someone",
                "email",
                "someone@example.org",
                "password",
                "long enough 1"));
    body.putAll(changes);
    return SERVICE.post(null, "/api/v1/auth/register", body);
  }

  private static void assertFault(HttpProbe.Answer answer, String field, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    List<String> faults =
        answer
            .json()
            .path("errors")
            .valueStream()
            .map(error -> error.path("field").asString() + " " + error.path("code").asString())
            .toList();
    assertThat(faults).contains(field + " " + code);
  }

  @Test
  void opensAnAccountForALearner() {
    HttpProbe.Answer answer =
        register(
            Map.of(
                "username", "Lan.Anh",
                "email", "Lan@Example.ORG",
                "display_name", "  Nguyễn Lan Anh ",
                "locale", "vi"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    JsonNode user = answer.json().path("user");
    assertThat(user.path("username").asString()).isEqualTo("Lan.Anh");
    assertThat(user.path("email").asString()).isEqualTo("lan@example.org");
    assertThat(user.path("display_name").asString()).isEqualTo("Nguyễn Lan Anh");
    assertThat(user.path("locale").asString()).isEqualTo("vi");
    assertThat(user.path("role").asString()).isEqualTo("learner");
    assertThat(user.path("is_active").asBoolean()).isTrue();
    assertThat(answer.text()).doesNotContain("password", "hash");
  }

  @Test
  void takesNoRole() {
    assertFault(register(Map.of("role", "admin")), "role", "unknown_field");
    assertFault(register(Map.of("is_active", true)), "is_active", "unknown_field");
  }

  @Test
  void namesAreUniqueInAnySpelling() {
    assertThat(register(Map.of("username", "Minh", "email", "minh@example.org")).status())
        .isEqualTo(201);
    HttpProbe.Answer name = register(Map.of("username", "mINH", "email", "other@example.org"));
    assertThat(name.status()).isEqualTo(409);
    assertThat(name.code()).isEqualTo("username_taken");
    // Full-width letters, as a Japanese or Chinese keyboard makes them.
    HttpProbe.Answer wide =
        register(Map.of("username", "\uff2d\uff49\uff4e\uff48", "email", "wide@example.org"));
    assertThat(wide.code()).isEqualTo("username_taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ab", "-abc", "abc.", "a b c", "a@b", "минь", "Nguyễn", "a\u0000bc", "../etc"})
  void refusesAnIllFormedName(String username) {
    assertFault(register(Map.of("username", username)), "username", "username_invalid");
  }

  @Test
  void refusesALongName() {
    assertFault(register(Map.of("username", "a".repeat(33))), "username", "username_invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin", "Root", "TOUCHSTONE", "admin2", "the.admin", "4dm1n", "quan-tri"})
  void keepsNamesOfThePlatform(String username) {
    assertFault(register(Map.of("username", username)), "username", "username_reserved");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lan", "lan@", "@example.org", "lan@localhost", "a b@example.org", "a@b@c..d"})
  void refusesAnIllFormedAddress(String email) {
    assertFault(register(Map.of("email", email)), "email", "email_invalid");
  }

  @Test
  void writesAnInternationalDomainInAscii() {
    HttpProbe.Answer answer =
        register(Map.of("username", "idn.user", "email", "a@b\u00fccher.example"));
    assertThat(answer.json().at("/user/email").asString()).isEqualTo("a@xn--bcher-kva.example");
  }

  @ParameterizedTest
  @CsvSource({
    "short,password_too_short",
    "1234567890,password_common",
    "Password1234!,password_common",
    "aaaaaaaaaaaaaa,password_common",
    "hijklmnopq,password_common",
    "matkhau123456,password_common",
    "xx-someone-xx,password_contains_name",
  })
  void refusesAWeakPassword(String password, String code) {
    assertFault(register(Map.of("password", password)), "password", code);
  }

  @Test
  void refusesAnEndlessPassword() {
    assertFault(register(Map.of("password", "ab cd".repeat(30))), "password", "password_too_long");
  }

  @Test
  void refusesADisguisedDisplayName() {
    assertFault(
        register(Map.of("display_name", "abc\u202edef")), "display_name", "display_name_invalid");
    assertFault(register(Map.of("display_name", " ")), "display_name", "display_name_invalid");
    assertFault(register(Map.of("locale", "fr")), "locale", "locale_unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u3164",
        "\u0301\u0301",
        "a\u0301\u0301\u0301\u0301\u0301\u0301",
        "\u2800",
        "..."
      })
  void refusesADisplayNameThatLooksEmpty(String name) {
    assertFault(register(Map.of("display_name", name)), "display_name", "display_name_invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Administrator",
        "\u0430dmin",
        "ADMIN 2",
        "Quản trị viên",
        "qu\u1EA2n tr\u1ECA",
        "T0uchst0ne",
        "a.d.m.i.n",
        "Ｍoderator"
      })
  void refusesADisplayNameThatPosesAsStaff(String name) {
    assertFault(register(Map.of("display_name", name)), "display_name", "display_name_reserved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn Quân Trí", "Adamina", "Badminton 7", "สมชาย", "Ада Ловлейс"})
  void takesNamesOfPeople(String name) {
    String username = "people" + Integer.toUnsignedString(name.hashCode());
    HttpProbe.Answer answer =
        register(
            Map.of("username", username, "email", username + "@example.org", "display_name", name));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void namesAllFaultsAtOnce() {
    HttpProbe.Answer answer =
        SERVICE.post(null, "/api/v1/auth/register", Map.of("username", "x", "locale", "fr"));
    assertThat(answer.json().path("errors").size()).isEqualTo(4);
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThat(SERVICE.probe.post("/api/v1/auth/register", "{").code()).isEqualTo("malformed_json");
    assertThat(SERVICE.probe.post("/api/v1/auth/register", "[]").code())
        .isEqualTo("invalid_request");
    String large = "{\"username\":\"" + "a".repeat(70_000) + "\"}";
    assertThat(SERVICE.probe.post("/api/v1/auth/register", large).code())
        .isEqualTo("payload_too_large");
  }
}
