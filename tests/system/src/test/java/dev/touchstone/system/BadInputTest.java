package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestTokens;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people and programs send wrongly, through the gateway: the right status, a stable code. */
class BadInputTest {
  private static final String SUBMISSIONS = "/api/v1/submissions";
  private final Learner learner = Learner.register(StandalonePlatform.shared()::probe);
  private final long exercise = learner.exercise();

  @Test
  void malformedJson() {
    assertRefused(learner.probe().post(SUBMISSIONS, "{\"exercise_id\": 1,"), 400, "malformed_json");
  }

  @Test
  void invalidUtf8() {
    byte[] body = submission("python3", "print('ÿ')").getBytes(StandardCharsets.ISO_8859_1);
    HttpProbe.Answer answer =
        learner
            .probe()
            .send(
                learner
                    .probe()
                    .request(SUBMISSIONS)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    assertRefused(answer, 400, "malformed_json");
  }

  @Test
  void anUnknownExercise() {
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of("exercise_id", 999_999_999, "language", "python3", "source", "print()"));
    assertRefused(learner.probe().post(SUBMISSIONS, body), 404, "exercise_not_found");
  }

  @Test
  void anUnsupportedLanguage() {
    assertRefused(submit("whitespace", "print()"), 400, "unsupported_language");
  }

  @Test
  void aSourceOfAMebibyte() {
    assertRefused(submit("python3", "#".repeat(1 << 20)), 413, "source_too_large");
  }

  @Test
  void anEmptySource() {
    assertRefused(submit("python3", ""), 400, "source_empty");
  }

  @Test
  void aSourceWithNulBytes() {
    assertRefused(submit("python3", "print('\0')"), 400, "source_invalid_text");
  }

  @Test
  void aWrongToken() {
    HttpProbe stranger = StandalonePlatform.shared().probe();
    assertRefused(stranger.get(SUBMISSIONS), 401, "unauthenticated");
    assertRefused(stranger.withToken("nonsense").get(SUBMISSIONS), 401, "token_invalid");
    String forged = new TestTokens().token(1, "admin", Role.ADMIN.wireName());
    assertRefused(stranger.withToken(forged).get(SUBMISSIONS), 401, "token_invalid");
  }

  @Test
  void anotherLearnersSubmission() {
    long submission = learner.submit(exercise, "python3", "print()");
    Learner other = Learner.register(StandalonePlatform.shared()::probe);
    String path = SUBMISSIONS + "/" + submission;
    assertRefused(other.probe().get(path), 404, "submission_not_found");
    assertRefused(other.probe().get(path + "/events"), 404, "submission_not_found");
    assertRefused(other.probe().post(path + "/rejudge", ""), 403, "forbidden");
  }

  @Test
  void aRoleInARegistration() {
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "username", "mallory",
                "email", "mallory@example.org",
                "password", "trường làng ven sông",
                "role", "admin"));
    assertRefused(
        StandalonePlatform.shared().probe().post("/api/v1/auth/register", body),
        400,
        "invalid_request");
  }

  @Test
  void addressesThatLeadNowhere() {
    assertRefused(learner.probe().get("/internal/v1/leases"), 404, "not_found");
    assertRefused(learner.probe().get("/api/v1/nothing"), 404, "not_found");
    assertRefused(learner.probe().get("/metrics"), 404, "not_found");
  }

  private HttpProbe.Answer submit(String language, String source) {
    return learner.probe().post(SUBMISSIONS, submission(language, source));
  }

  private String submission(String language, String source) {
    return Json.MAPPER.writeValueAsString(
        Map.of("exercise_id", exercise, "language", language, "source", source));
  }

  private static void assertRefused(HttpProbe.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "dev.touchstone");
    assertThat(answer.json().path("request_id").asString()).isNotEmpty();
  }
}
