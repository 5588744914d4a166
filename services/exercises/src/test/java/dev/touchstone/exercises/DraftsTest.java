package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.database.DatabaseConfiguration;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an author does without a package. */
class DraftsTest {
  private static final String DRAFTS = "/api/v1/authoring/drafts";
  private static final String DRAFT = DRAFTS + "/{id}";
  private static final String FILE = DRAFT + "/files/{path}";
  private static final String TEST = DRAFT + "/tests/{path}";

  private static final String DATABASE = TestDatabase.createUrl();

  @TempDir private static Path data;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            data,
            DATABASE,
            Map.of(
                "TOUCHSTONE_LARGEST_FILE_MIB", "1",
                "TOUCHSTONE_LARGEST_PACKAGE_MIB", "2",
                "TOUCHSTONE_LARGEST_ARCHIVE_MIB", "1",
                "TOUCHSTONE_MOST_PACKAGE_FILES", "40"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anExerciseIsWrittenWithoutAPackage() {
    long id = create("{\"titles\": {\"en\": \"Sum\", \"vi\": \"Tổng\"}}");
    assertThat(findings(id)).contains("package_fault statement contains no statement");
    HttpProbe.Answer changed =
        change(
            id,
            "\"2\"",
            """
            {"statements": {"en": "Add.\\n", "vi": "Cộng.\\n"}, "slug": "written", "category": "math",
             "tags": ["sum"], "points": 20, "difficulty_level": "easy", "languages": ["python3"],
             "limits": {"time_ms": 1500, "memory_mib": 64}, "checker": ["case_sensitive"],
             "feedback": {"samples": "difference", "hidden": "none"},
             "starter_code": {"python3": "print()\\n"}}
            """);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"3\"");
    assertThat(changed.json().at("/settings/limits/time_ms").asInt()).isEqualTo(1500);
    assertThat(changed.json().at("/settings/checker/0").asString()).isEqualTo("case_sensitive");
    writeTest(id, "sample/1", "1 2\n", "3\n");
    writeTest(id, "secret/1", "2 2\n", "4\n");
    put(id, "submissions/accepted/main.py", "print(sum(map(int, input().split())))\n");
    assertThat(findings(id)).isEmpty();
    JsonNode preview = call("GET", DRAFT + "/preview", id, "/preview?locale=vi", null).json();
    assertThat(preview.path("statement").asString()).isEqualTo("Cộng.\n");
    assertThat(preview.at("/samples/0/output").asString()).isEqualTo("3\n");
    assertThat(preview.toString()).doesNotContain("2 2");
    HttpProbe.Answer published = publish(id, "*");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    JsonNode shown = service.shown(published.json().path("id").asLong(), "vi");
    assertThat(shown.path("slug").asString()).isEqualTo("written");
    assertThat(shown.path("title").asString()).isEqualTo("Tổng");
    assertThat(shown.path("points").asInt()).isEqualTo(20);
    assertThat(shown.path("starter_code").toString()).contains("print()");
    assertThat(shown.path("languages").toString()).isEqualTo("[\"python3\"]");
    assertThat(call("GET", DRAFT, id, "", null).code()).isEqualTo("draft_not_found");
  }

  @Test
  void groupsHavePoints() {
    long id = create("{\"titles\": {\"en\": \"Grouped\"}}");
    change(
        id,
        "*",
        """
        {"statements": {"en": "S"}, "scoring": true, "slug": "grouped", "limits": {"time_ms": 1000},
         "groups": {"secret/a": {"points": 30, "aggregation": "pass-fail"},
                    "secret/b": {"points": 70, "require_pass": ["secret/a"]}}}
        """);
    writeTest(id, "secret/a/1", "1\n", "1\n");
    writeTest(id, "secret/b/1", "2\n", "2\n");
    put(id, "submissions/accepted/main.py", "print(input())\n");
    assertThat(findings(id)).isEmpty();
    JsonNode draft = call("GET", DRAFT, id, "", null).json();
    assertThat(draft.at("/settings/groups").get("secret/b").toString())
        .isEqualTo("{\"points\":70.0,\"require_pass\":[\"secret/a\"]}");
    assertThat(draft.at("/tests/0/name").asString()).isEqualTo("secret/a/1");
    assertThat(draft.at("/solutions/0/expected").asString()).isEqualTo("accepted");
    change(id, "*", "{\"groups\": {\"secret/b\": null}}");
    assertThat(findings(id)).contains("max_score is missing");
    put(id, "data/secret/a/test_group.yaml", "scoring: {score: 40, aggregation: min}\n");
    assertThat(call("GET", DRAFT, id, "", null).json().at("/settings/groups").get("secret/a"))
        .hasToString("{\"points\":40.0,\"aggregation\":\"min\"}");
    call("DELETE", TEST, id, "/tests/secret/b/1", null);
    assertThat(findings(id)).isEmpty();
  }

  @Test
  void hintsAndAnEditorialAreWrittenWithTheirRule() {
    long id = create("{\"titles\": {\"en\": \"Guided\"}}");
    put(id, "hints/7.md", "Of a package.\n");
    put(id, "solution/solution.md", "Of a package, too.\n");
    change(
        id,
        "*",
        """
        {"statements": {"en": "S"}, "slug": "guided", "limits": {"time_ms": 1000},
         "hints": [{"en": "One", "vi": "Một"}, {"vi": "Hai"}],
         "editorial": {"en": "So.", "vi": "Thế này."},
         "editorial_rule": {"visible": "after_attempts", "attempts": 4}}
        """);
    JsonNode settings = call("GET", DRAFT, id, "", null).json().path("settings");
    assertThat(settings.path("hints"))
        .hasToString("[{\"en\":\"One\",\"vi\":\"Một\"},{\"vi\":\"Hai\"}]");
    assertThat(settings.path("editorial")).hasToString("{\"en\":\"So.\",\"vi\":\"Thế này.\"}");
    assertThat(settings.path("editorial_rule"))
        .hasToString("{\"visible\":\"after_attempts\",\"attempts\":4}");
    change(id, "*", "{\"hints\": [{\"vi\": \"Hai\"}], \"editorial\": {\"en\": null}}");
    settings = call("GET", DRAFT, id, "", null).json().path("settings");
    assertThat(settings.path("hints")).hasToString("[{\"vi\":\"Hai\"}]");
    assertThat(settings.path("editorial")).hasToString("{\"vi\":\"Thế này.\"}");

    writeTest(id, "secret/1", "1\n", "1\n");
    put(id, "submissions/accepted/main.py", "print(input())\n");
    assertThat(findings(id)).isEmpty();
    long exercise = publish(id, "*").json().path("id").asLong();
    JsonNode guidance =
        service
            .get(
                RunningService.INTERNAL_TOKEN,
                "/internal/v1/exercises/" + exercise + "/guidance",
                "/internal/v1/exercises/{id}/guidance")
            .json();
    assertThat(guidance.at("/hints/0/vi").asString()).isEqualTo("Hai");
    assertThat(guidance.path("attempts").asInt()).isEqualTo(4);
    assertThat(service.shown(exercise, "vi").path("has_editorial").asBoolean()).isTrue();
    assertThat(service.shown(exercise, "vi").toString()).doesNotContain("Hai", "Thế này");
  }

  @Test
  void aDraftOfAnExerciseBecomesItsRevision() {
    long exercise = service.add(PackageFixture.named("revised"));
    long id = create("{\"exercise_id\": " + exercise + "}");
    JsonNode draft = call("GET", DRAFT, id, "", null).json();
    assertThat(draft.path("base_revision").asInt()).isEqualTo(1);
    assertThat(draft.at("/settings/titles/vi").asString()).isEqualTo("Đường về nhà ngắn nhất");
    assertThat(draft.at("/settings/tags/1").asString()).isEqualTo("lưới");
    change(id, "*", "{\"statements\": {\"en\": \"Better.\\n\", \"vi\": null}}");
    long late = create("{\"exercise_id\": " + exercise + "}");
    assertThat(call("GET", DRAFT, id, "", null).json().at("/settings/statements").toString())
        .isEqualTo("{\"en\":\"Better.\\n\"}");
    change(id, "*", "{\"statements\": {\"vi\": \"Hay hơn.\\n\"}}");
    HttpProbe.Answer published = publish(id, "*");
    assertThat(published.json().path("revision").asInt()).as(published.text()).isEqualTo(2);
    assertThat(service.shown(exercise, "vi").path("statement").asString()).isEqualTo("Hay hơn.\n");
    change(late, "*", "{\"points\": 3}");
    assertThat(publish(late, "*").code()).isEqualTo("precondition_failed");
  }

  @Test
  void aCopyIsAnotherExercise() {
    long exercise = service.add(PackageFixture.named("original"));
    long id = create("{\"exercise_id\": " + exercise + ", \"copy\": true}");
    HttpProbe.Answer published = publish(id, "*");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(published.json().path("id").asLong()).isNotEqualTo(exercise);
    assertThat(published.json().path("slug").asString()).isEqualTo("shortest-way-home");
    long second = create("{\"exercise_id\": " + exercise + ", \"copy\": true}");
    assertThat(publish(second, "*").code()).isEqualTo("slug_taken");
    assertThat(send("POST", DRAFTS, "{\"exercise_id\": 999999}").code())
        .isEqualTo("exercise_not_found");
  }

  @Test
  void anUploadedPackageIsEditedBeforeItIsPublished() {
    byte[] zip = PackageFixture.named("uploaded").without("data/secret/2.ans").zip();
    HttpProbe.Answer created = service.send(service.author, "POST", DRAFTS, zip, Map.of());
    RunningService.checked("POST", DRAFTS, created);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    long id = created.json().path("id").asLong();
    assertThat(findings(id)).contains("package_fault data/secret/2.ans is missing");
    assertThat(call("POST", DRAFT + "/judge", id, "/judge", null).code())
        .isEqualTo("package_invalid");
    assertThat(call("GET", DRAFT + "/preview", id, "/preview", null).code())
        .isEqualTo("package_invalid");
    put(id, "data/secret/2.ans", "x\n");
    assertThat(findings(id)).isEmpty();
    HttpProbe.Answer archive = call("GET", DRAFT + "/package", id, "/package", null);
    assertThat(archive.header("Content-Type")).isEqualTo("application/zip");
    created = service.send(service.author, "POST", DRAFTS, archive.response().body(), Map.of());
    assertThat(created.json().path("files").toString())
        .as("exported and uploaded again, it is the same")
        .isEqualTo(call("GET", DRAFT, id, "", null).json().path("files").toString());
    assertThat(
            RunningService.checked(
                    "POST",
                    DRAFTS,
                    service.send(service.author, "POST", DRAFTS, new byte[9], Map.of()))
                .code())
        .isEqualTo("archive_invalid");
    assertThat(
            RunningService.checked(
                    "POST",
                    DRAFTS,
                    service.send(service.author, "POST", DRAFTS, new byte[(1 << 20) + 1], Map.of()))
                .code())
        .isEqualTo("archive_too_large");
  }

  @Test
  void filesAreReadAndReplaced() {
    long id = create("{}");
    put(id, "statement/bild.png", "one");
    HttpProbe.Answer second =
        service
            .as(service.author)
            .send(file(id, "statement/bild.png", "two").header("If-Match", "\"3\""));
    assertThat(RunningService.checked("PUT", FILE, second).header("ETag")).isEqualTo("\"4\"");
    HttpProbe.Answer read = call("GET", FILE, id, "/files/statement/bild.png", null);
    assertThat(read.text()).isEqualTo("two");
    assertThat(read.header("Content-Disposition")).isEqualTo("attachment");
    HttpProbe.Answer stale =
        service
            .as(service.author)
            .send(file(id, "statement/bild.png", "three").header("If-Match", "\"3\""));
    assertThat(RunningService.checked("PUT", FILE, stale).code()).isEqualTo("precondition_failed");
    assertThat(call("DELETE", FILE, id, "/files/statement/bild.png", null).status()).isEqualTo(200);
    assertThat(call("DELETE", FILE, id, "/files/statement/bild.png", null).code())
        .isEqualTo("draft_file_not_found");
    assertThat(call("GET", FILE, id, "/files/a%00b", null).code())
        .isEqualTo("draft_file_not_found");
    assertThat(call("DELETE", TEST, id, "/tests/secret/1", null).code())
        .isEqualTo("draft_file_not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "a%3Ab,archive_unsafe_path",
    "a%5Cb,archive_unsafe_path",
    "a%00b,archive_unsafe_path",
    "folder/,archive_unsafe_path",
    "PROBLEM.yaml,archive_duplicate_path",
    "problem.yaml/x,archive_duplicate_path",
  })
  void aPathThatSomeSystemCannotHaveIsRefused(String path, String code) {
    long id = create("{}");
    HttpProbe.Answer answer = service.as(service.author).send(file(id, path, "x"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(RunningService.checked("PUT", FILE, answer).code()).isEqualTo(code);
    assertThat(call("GET", DRAFT, id, "", null).json().path("files").size()).isEqualTo(1);
  }

  @Test
  void aDraftHasLimits() {
    long id = create("{}");
    byte[] mib = new byte[1 << 20];
    HttpRequest.Builder large =
        service
            .as(service.author)
            .request(DRAFTS + "/" + id + "/files/data/a")
            .header("Content-Type", "application/octet-stream")
            .PUT(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(new byte[mib.length + 1])));
    assertThat(RunningService.checked("PUT", FILE, service.as(service.author).send(large)).code())
        .as("without a length that would give it away")
        .isEqualTo("file_too_large");
    assertThat(RunningService.checked("PUT", FILE, put(id, "data/a", mib)).status()).isEqualTo(200);
    assertThat(put(id, "data/b", mib).code()).isEqualTo("archive_too_large");
    assertThat(put(id, "data/a", new byte[mib.length + 1]).code()).isEqualTo("file_too_large");
    for (int i = 0; i < 38; i++) {
      assertThat(put(id, "attachments/" + i, new byte[0]).status()).isEqualTo(200);
    }
    assertThat(put(id, "attachments/one-more", new byte[0]).code())
        .isEqualTo("archive_too_many_files");
    assertThat(call("GET", DRAFT, id, "", null).json().path("files").size()).isEqualTo(40);
  }

  @Test
  void aDraftIsItsOwnersAndTheAdministrators() {
    long id = create("{\"titles\": {\"en\": \"Mine\"}}");
    String other = service.users.token(8, Role.AUTHOR);
    assertThat(send("GET", DRAFTS, null).json().path("items").toString())
        .contains("\"title\":\"Mine\"");
    assertThat(list(other).json().path("items").size()).isZero();
    assertThat(list(null).code()).isEqualTo("unauthenticated");
    assertThat(list(service.learner).code()).isEqualTo("forbidden");
    for (String part : List.of("", "/check", "/preview", "/package")) {
      assertThat(as(other, "GET", DRAFT + part, id, part, null).code())
          .isEqualTo("draft_not_found");
    }
    assertThat(as(other, "GET", FILE, id, "/files/problem.yaml", null).code())
        .isEqualTo("draft_not_found");
    assertThat(as(other, "DELETE", DRAFT, id, "", null).code()).isEqualTo("draft_not_found");
    assertThat(
            as(other, "PUT", TEST, id, "/tests/secret/1", "{\"input\":\"\",\"answer\":\"\"}")
                .code())
        .isEqualTo("draft_not_found");
    assertThat(as(service.admin, "GET", DRAFT, id, "", null).status()).isEqualTo(200);
    assertThat(as(service.admin, "DELETE", DRAFT, id, "", null).status()).isEqualTo(204);
    assertThat(call("GET", DRAFT, id, "", null).code()).isEqualTo("draft_not_found");
  }

  @Test
  void anAuthorHasAtMostAsManyAsTheListShows() {
    long busy = 777;
    String sql =
        "INSERT INTO drafts (owner_id, title, created_at, updated_at)"
            + " SELECT ?, 'x', now(), now() FROM generate_series(1, 199)";
    try (Database database =
        Database.open(
            DatabaseConfiguration.from(Environment.of(Map.of("DATABASE_URL", DATABASE))),
            "db/exercises")) {
      database.jdbi().useHandle(handle -> handle.execute(sql, busy));
    }
    HttpProbe caller = service.as(service.users.token(busy, Role.AUTHOR));
    assertThat(caller.post(DRAFTS, "{}").status()).isEqualTo(201);
    HttpProbe.Answer refused = RunningService.checked("POST", DRAFTS, caller.post(DRAFTS, "{}"));
    assertThat(refused.code()).isEqualTo("too_many_exercise_drafts");
    assertThat(caller.get(DRAFTS).json().path("items")).hasSize(200);
  }

  @Test
  void whatCannotBeStoredIsRefused() {
    long id = create("{}");
    assertThat(change(id, "\"1\"", "{}").code()).isEqualTo("precondition_failed");
    assertThat(change(id, "", "{}").code()).isEqualTo("precondition_required");
    for (String bad :
        List.of(
            "{\"titles\": {\"xx-yy\": \"a\"}}",
            "{\"titles\": {\"en\": \"a\\u0000\"}}",
            "{\"starter_code\": {\"../x\": \"a\"}}",
            "{\"groups\": {\"secret/../x\": {}}}",
            "{\"difficulty_level\": \"extreme\"}",
            "{\"tags\": [null]}",
            "{\"groups\": {\"secret/a\": {\"require_pass\": [null]}}}",
            "{\"hints\": [{}]}",
            "{\"hints\": [null]}",
            "{\"hints\": [{\"en\": null}]}",
            "{\"editorial\": {\"english\": \"a\"}}",
            "{\"editorial_rule\": {\"visible\": \"soon\"}}",
            "{\"editorial_rule\": {\"attempts\": 0}}",
            "{\"unknown\": 1}")) {
      HttpProbe.Answer answer = change(id, "*", bad);
      assertThat(answer.code()).as(bad).isEqualTo("invalid_request");
    }
    assertThat(writeTest(id, "public/1", "", "").code()).isEqualTo("invalid_request");
    assertThat(call("PUT", TEST, id, "/tests/sample/1", "{\"input\": \"1\"}").code())
        .isEqualTo("invalid_request");
    assertThat(publish(id, "").code()).isEqualTo("precondition_required");
    assertThat(publish(id, "\"1\"").code()).isEqualTo("precondition_failed");
    put(id, "problem.yaml", "a: [");
    assertThat(change(id, "*", "{\"titles\": {\"en\": \"a\"}}").code())
        .isEqualTo("package_invalid");
    assertThat(call("GET", DRAFT, id, "", null).status()).as("shown all the same").isEqualTo(200);
    HttpProbe.Answer text =
        service
            .as(service.author)
            .send(
                service
                    .as(service.author)
                    .request(DRAFTS)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("x")));
    assertThat(RunningService.checked("POST", DRAFTS, text).code())
        .isEqualTo("unsupported_media_type");
  }

  @Test
  void keysThatHaveNoFieldStay() {
    byte[] zip =
        PackageFixture.named("kept")
            .with(
                "problem.yaml",
                "problem_format_version: legacy\nname: Kept\nvalidator_flags: case_sensitive\nauthor: A\n")
            .zip();
    long id =
        service.send(service.author, "POST", DRAFTS, zip, Map.of()).json().path("id").asLong();
    JsonNode changed = change(id, "*", "{\"titles\": {\"vi\": \"Giữ\"}, \"checker\": []}").json();
    assertThat(changed.at("/settings/titles/en").asString()).isEqualTo("Kept");
    assertThat(changed.at("/settings/titles/vi").asString()).isEqualTo("Giữ");
    assertThat(call("GET", FILE, id, "/files/problem.yaml", null).text())
        .contains("author: \"A\"")
        .contains("legacy");
    assertThat(change(id, "*", "{\"groups\": {\"secret\": {\"points\": 1}}}").code())
        .isEqualTo("invalid_request");
  }

  private static long create(String json) {
    HttpProbe.Answer answer = send("POST", DRAFTS, json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).endsWith("/" + answer.json().path("id").asLong());
    return answer.json().path("id").asLong();
  }

  private static HttpProbe.Answer list(@Nullable String token) {
    return RunningService.checked("GET", DRAFTS, service.as(token).get(DRAFTS));
  }

  private static HttpProbe.Answer send(String method, String path, @Nullable String json) {
    HttpProbe caller = service.as(service.author);
    return RunningService.checked(
        method, path, json == null ? caller.get(path) : caller.send(method, path, json));
  }

  private static HttpProbe.Answer call(
      String method, String contract, long id, String below, @Nullable String json) {
    return as(service.author, method, contract, id, below, json);
  }

  private static HttpProbe.Answer as(
      String token, String method, String contract, long id, String below, @Nullable String json) {
    HttpProbe caller = service.as(token);
    HttpRequest.Builder request = caller.request(DRAFTS + "/" + id + below);
    request =
        json == null
            ? request.method(method, HttpRequest.BodyPublishers.noBody())
            : request
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
    return RunningService.checked(method, contract, caller.send(request));
  }

  private static HttpProbe.Answer change(long id, String ifMatch, String json) {
    HttpProbe caller = service.as(service.author);
    HttpRequest.Builder request =
        caller
            .request(DRAFTS + "/" + id)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json));
    return RunningService.checked("PATCH", DRAFT, caller.send(matching(request, ifMatch)));
  }

  /** Publishes a draft that a judge has checked, if it could. */
  private static HttpProbe.Answer publish(long id, String ifMatch) {
    HttpProbe caller = service.as(service.author);
    caller.send(
        caller.request(DRAFTS + "/" + id + "/judge").POST(HttpRequest.BodyPublishers.noBody()));
    HttpRequest.Builder request =
        caller.request(DRAFTS + "/" + id + "/publish").POST(HttpRequest.BodyPublishers.noBody());
    return RunningService.checked(
        "POST", DRAFT + "/publish", caller.send(matching(request, ifMatch)));
  }

  private static HttpRequest.Builder matching(HttpRequest.Builder request, String ifMatch) {
    return ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch);
  }

  private static HttpProbe.Answer writeTest(long id, String name, String input, String answer) {
    String json =
        "{\"input\": \"%s\", \"answer\": \"%s\"}"
            .formatted(input.replace("\n", "\\n"), answer.replace("\n", "\\n"));
    return call("PUT", TEST, id, "/tests/" + name, json);
  }

  private static void put(long id, String path, String text) {
    HttpProbe.Answer answer = service.as(service.author).send(file(id, path, text));
    assertThat(RunningService.checked("PUT", FILE, answer).status()).isEqualTo(200);
  }

  private static HttpProbe.Answer put(long id, String path, byte[] bytes) {
    HttpProbe caller = service.as(service.author);
    return caller.send(
        caller
            .request(DRAFTS + "/" + id + "/files/" + path)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private static HttpRequest.Builder file(long id, String path, String text) {
    return service
        .as(service.author)
        .request(DRAFTS + "/" + id + "/files/" + path)
        .header("Content-Type", "application/octet-stream")
        .PUT(HttpRequest.BodyPublishers.ofString(text));
  }

  /** Every finding on a line: code, file, message. */
  private static String findings(long id) {
    JsonNode check = call("GET", DRAFT + "/check", id, "/check", null).json();
    String lines =
        String.join(
            "\n",
            check
                .path("findings")
                .valueStream()
                .map(finding ->
                    finding.path("code").asString()
                        + " "
                        + finding.path("field").asString()
                        + " "
                        + finding.path("message").asString())
                .toList());
    assertThat(check.path("publishable").asBoolean()).isEqualTo(!lines.contains("package_fault"));
    return lines;
  }
}
