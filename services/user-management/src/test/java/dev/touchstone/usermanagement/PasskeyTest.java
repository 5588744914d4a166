package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.usermanagement.RunningService.Person;
import dev.touchstone.usermanagement.passkey.RelyingParty;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PasskeyTest {
  private static final String HOST = "code.school.example";
  private static final String ORIGIN = "https://" + HOST;
  private static final RunningService SERVICE =
      RunningService.start(Map.of("PUBLIC_URL", ORIGIN, "SECOND_FACTOR_REQUIRED_FOR", "author"));
  private static final String OWN = "/api/v1/users/me/passkeys";
  private static final String SIGN_IN = "/api/v1/auth/passkey";
  private static final String OPTIONS = SIGN_IN + "/options";
  private static int number;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static SoftwareAuthenticator device() throws GeneralSecurityException {
    return new SoftwareAuthenticator(ORIGIN, HOST, ++number);
  }

  private static String challenge(Person person) {
    HttpProbe.Answer options =
        SERVICE.post(person.token(), OWN + "/options", Map.of("password", RunningService.PASSWORD));
    assertThat(options.status()).as(options.text()).isEqualTo(200);
    assertThat(options.json().at("/rp/id").asString()).isEqualTo(HOST);
    assertThat(options.json().at("/user/name").asString()).isEqualTo(person.username());
    return options.json().path("challenge").asString();
  }

  private static HttpProbe.Answer add(Person person, Object credential) {
    return SERVICE.post(
        person.token(), OWN, Map.of("name", "Phone of Lan", "credential", credential));
  }

  private static SoftwareAuthenticator enrol(Person person) throws GeneralSecurityException {
    return enrol(person, device());
  }

  private static SoftwareAuthenticator enrol(Person person, SoftwareAuthenticator device)
      throws GeneralSecurityException {
    HttpProbe.Answer added = add(person, device.create(challenge(person)));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return device;
  }

  private static String challenge() {
    HttpProbe.Answer options = SERVICE.post(null, OPTIONS, OPTIONS, Map.of());
    assertThat(options.json().path("rpId").asString()).isEqualTo(HOST);
    return options.json().path("challenge").asString();
  }

  private static HttpProbe.Answer signIn(Object credential) {
    return SERVICE.post(null, SIGN_IN, Map.of("credential", credential));
  }

  @Test
  void aDeviceSignsInWithoutAPassword() throws GeneralSecurityException {
    Person lan = SERVICE.newLearner();
    SoftwareAuthenticator device = enrol(lan);
    HttpProbe.Answer answer = signIn(device.get(challenge()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/user/id").asLong()).isEqualTo(lan.id());
    assertThat(RunningService.cookie(answer)).isNotEmpty();
    String token = answer.json().path("access_token").asString();
    assertThat(SERVICE.get(token, OWN).json().at("/items/0/last_used_at").isNull()).isFalse();
    assertThat(SERVICE.get(token, "/api/v1/users/me/data").json().path("passkeys")).hasSize(1);
  }

  @Test
  void anAnswerIsGoodOnceAndForFiveMinutes() throws GeneralSecurityException {
    SoftwareAuthenticator device = device();
    device.counts = false; // nothing but the challenge shows the second use
    device.count = 0;
    enrol(SERVICE.newLearner(), device);
    Map<String, Object> answer = device.get(challenge());
    assertThat(signIn(answer).status()).isEqualTo(200);
    assertThat(signIn(answer).code()).as("again").isEqualTo("passkey_invalid");
    Map<String, Object> late = device.get(challenge());
    SERVICE.clock.advance(Duration.ofMinutes(6));
    assertThat(signIn(late).code()).as("late").isEqualTo("passkey_invalid");
  }

  @Test
  void whatIsNotFromHereIsRefused() throws GeneralSecurityException {
    Person lan = SERVICE.newLearner();
    SoftwareAuthenticator device = enrol(lan);
    assertThat(signIn(device().get(challenge())).code()).as("unknown").isEqualTo("passkey_invalid");
    assertThat(signIn(device.get("AAAA")).code()).as("own challenge").isEqualTo("passkey_invalid");
    assertThat(signIn(device.get(challenge(lan))).code())
        .as("a challenge for adding")
        .isEqualTo("passkey_invalid");
    assertThat(signIn(Map.of("id", "x")).code()).isEqualTo("passkey_invalid");
    device.verifies = false;
    assertThat(signIn(device.get(challenge())).code())
        .as("nobody was asked for a finger")
        .isEqualTo("passkey_invalid");
    device.verifies = true;
    Map<String, Object> forged = new HashMap<>(device.get(challenge()));
    forged.put("response", device().get(challenge()).get("response"));
    assertThat(signIn(forged).code()).as("another key").isEqualTo("passkey_invalid");
    device.count = 0;
    assertThat(signIn(device.get(challenge())).code()).as("a copy").isEqualTo("passkey_invalid");
    var elsewhere = new SoftwareAuthenticator("https://evil.example", HOST, ++number);
    assertThat(add(lan, elsewhere.create(challenge(lan))).code()).isEqualTo("passkey_invalid");
    var other = new SoftwareAuthenticator(ORIGIN, "school.example", ++number);
    assertThat(add(lan, other.create(challenge(lan))).code()).isEqualTo("passkey_invalid");
    Person mai = SERVICE.newLearner();
    assertThat(add(mai, device().create(challenge(lan))).code())
        .as("a challenge of somebody else")
        .isEqualTo("passkey_invalid");
  }

  @Test
  void addingNeedsThePasswordAndADeviceThatIsNew() throws GeneralSecurityException {
    Person lan = SERVICE.newLearner();
    HttpProbe.Answer wrong =
        SERVICE.post(lan.token(), OWN + "/options", Map.of("password", "not this one"));
    assertThat(wrong.code()).isEqualTo("current_password_wrong");
    assertThat(SERVICE.post(lan.token(), OWN + "/options", Map.of()).status()).isEqualTo(400);
    assertThat(SERVICE.post(lan.token(), OWN, Map.of("name", " ")).json().path("errors"))
        .hasSize(2);
    SoftwareAuthenticator device = enrol(lan);
    assertThat(add(lan, device.create(challenge(lan))).code()).isEqualTo("passkey_exists");
  }

  @Test
  void whatCanNotBeStoredIsRefused() throws GeneralSecurityException {
    Person lan = SERVICE.newLearner();
    Map<String, Object> credential = device().create(challenge(lan));
    HttpProbe.Answer answer =
        SERVICE.post(lan.token(), OWN, Map.of("name", "a\0b", "credential", credential));
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("invalid_text");
    SoftwareAuthenticator large = new SoftwareAuthenticator(ORIGIN, HOST, new byte[1100]);
    assertThat(add(lan, large.create(challenge(lan))).code()).isEqualTo("passkey_invalid");
  }

  @Test
  void addingNeedsTheCodeOfAnAppThatIsThere() throws GeneralSecurityException {
    Person lan = SERVICE.newLearner();
    String totp = "/api/v1/users/me/second-factor/totp";
    HttpProbe.Answer begun =
        SERVICE.post(lan.token(), totp, Map.of("password", RunningService.PASSWORD));
    Authenticator app = new Authenticator(begun.json().path("secret").asString());
    String confirmation = totp + "/confirmation";
    SERVICE.post(lan.token(), confirmation, Map.of("code", app.code(SERVICE.clock.instant())));
    assertThat(options(lan, "").status()).isEqualTo(400);
    assertThat(options(lan, "000000").code()).isEqualTo("second_factor_invalid");
    SERVICE.clock.advance(Duration.ofSeconds(30));
    assertThat(options(lan, app.code(SERVICE.clock.instant())).status()).isEqualTo(200);
  }

  private static HttpProbe.Answer options(Person person, String code) {
    return SERVICE.post(
        person.token(),
        OWN + "/options",
        Map.of("password", RunningService.PASSWORD, "code", code));
  }

  @Test
  void aRemovedPasskeySignsNobodyIn() throws GeneralSecurityException {
    Person lan = SERVICE.newLearner();
    SoftwareAuthenticator device = enrol(lan);
    long id = SERVICE.get(lan.token(), OWN).json().at("/items/0/id").asLong();
    String one = OWN + "/{id}";
    Person mai = SERVICE.newLearner();
    assertThat(SERVICE.delete(mai.token(), OWN + "/" + id, one).code())
        .isEqualTo("passkey_not_found");
    assertThat(SERVICE.delete(lan.token(), OWN + "/" + id, one).status()).isEqualTo(204);
    assertThat(signIn(device.get(challenge())).code()).isEqualTo("passkey_invalid");
  }

  @Test
  void isTheSecondFactorThatARoleRequires() throws GeneralSecurityException {
    Person author = SERVICE.newLearner();
    SoftwareAuthenticator device = enrol(author);
    String path = "/api/v1/users/";
    SERVICE.patch(
        SERVICE.administrator().token(),
        path + author.id(),
        path + "{id}",
        Map.of("role", "author"));
    HttpProbe.Answer password = SERVICE.login(author.username(), RunningService.PASSWORD);
    assertThat(password.code()).isEqualTo("second_factor_required");
    assertThat(password.json().path("methods").valueStream().map(node -> node.asString()))
        .containsExactly("passkey");
    HttpProbe.Answer answer = signIn(device.get(challenge()));
    assertThat(answer.json().path("enrolment_required").asBoolean(true)).isFalse();
    String token = answer.json().path("access_token").asString();
    long only = SERVICE.get(token, OWN).json().at("/items/0/id").asLong();
    assertThat(SERVICE.delete(token, OWN + "/" + only, OWN + "/{id}").code())
        .isEqualTo("last_second_factor");
    String factor = "/second-factor";
    SERVICE.delete(
        SERVICE.administrator().token(), path + author.id() + factor, path + "{id}" + factor);
    assertThat(signIn(device.get(challenge())).code()).as("lost").isEqualTo("passkey_invalid");
    assertThat(SERVICE.login(author.username(), RunningService.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void needsAnAddressWithAName() {
    assertThat(RelyingParty.of("")).isEmpty();
    assertThat(RelyingParty.of("https://10.0.0.7")).isEmpty();
    assertThat(RelyingParty.of("http://127.0.0.1:8080"))
        .isEqualTo(Optional.of(new RelyingParty("http://localhost:8080", "localhost")));
    for (String url : List.of("https://code.school.example/", "HTTPS://Code.School.Example:443")) {
      assertThat(RelyingParty.of(url).map(RelyingParty::origin)).as(url).contains(ORIGIN);
    }
    try (RunningService nameless = RunningService.start()) {
      assertThat(nameless.post(null, OPTIONS, OPTIONS, Map.of()).code())
          .isEqualTo("passkeys_unavailable");
      Person lan = nameless.newLearner();
      HttpProbe.Answer answer =
          nameless.post(lan.token(), OWN + "/options", Map.of("password", RunningService.PASSWORD));
      assertThat(answer.code()).isEqualTo("passkeys_unavailable");
      assertThat(nameless.get(lan.token(), OWN).json().path("items").valueStream().toList())
          .isEqualTo(List.of());
    }
  }
}
