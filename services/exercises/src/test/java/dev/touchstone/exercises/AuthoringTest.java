package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuthoringTest {
  @TempDir private static Path data;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anImportedPackageIsShownToLearners() {
    long id = service.add(PackageFixture.named("imported"));
    JsonNode shown = service.shown(id, "vi");
    assertThat(shown.path("title").asString()).isEqualTo("Đường về nhà ngắn nhất");
    assertThat(shown.path("statement").asString()).isEqualTo("Tìm đường, $n \\le 10$.\n");
    assertThat(shown.path("languages").toString()).isEqualTo("[\"cpp\",\"python3\"]");
    assertThat(shown.path("locales").toString()).isEqualTo("[\"en\",\"vi\"]");
    assertThat(shown.at("/samples/1/input").asString()).isEqualTo("2 2\n");
    assertThat(shown.at("/samples/1/output").asString()).isEqualTo("4\n");
    assertThat(shown.path("limits").toString())
        .isEqualTo("{\"time_ms\":2000,\"memory_mib\":128,\"output_kib\":8192,\"source_kib\":64}");
    assertThat(shown.at("/starter_code/python3").asString()).startsWith("a, b = ");
    assertThat(shown.path("points").asInt()).isEqualTo(80);
  }

  @Test
  void anExportedPackageIsTheImportedOneByteForByte() throws IOException {
    PackageFixture fixture =
        PackageFixture.named("exported")
            .with("attachments/picture.png", new byte[] {0, -1, 13, 10});
    long id = service.add(fixture);
    HttpProbe.Answer answer =
        service.get(
            service.author,
            RunningService.EXERCISES + "/" + id + "/package",
            RunningService.EXERCISE + "/package");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=exported-1.zip");
    Map<String, byte[]> files = unzip(answer.response().body());
    assertThat(files.keySet()).isEqualTo(prefixed("exported/", fixture.files()).keySet());
    files.forEach((path, contents) ->
        assertThat(contents).as(path).isEqualTo(fixture.files().get(path.substring(9))));
    assertThat(service.put(service.author, id, "\"1\"", answer.response().body()).json())
        .as("sent back, it does not create a new revision")
        .isEqualTo(service.patch(service.author, id, Map.of("is_active", true)).json());
  }

  @Test
  void anEditMakesARevisionAndTheOldOneStays() {
    PackageFixture fixture = PackageFixture.named("edited");
    long id = service.add(fixture);
    int files = fixture.files().size();
    HttpProbe.Answer answer =
        service.put(
            service.author,
            id,
            "\"1\"",
            fixture.with("statement/problem.en.md", "New.\n").zip("edited"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(service.shown(id, "en").path("statement").asString()).isEqualTo("New.\n");
    assertThat(service.shown(id, "en").path("revision").asInt()).isEqualTo(2);
    JsonNode history = revisions(id).json().path("items");
    assertThat(history.at("/0/revision").asInt()).isEqualTo(2);
    assertThat(history.at("/1/revision").asInt()).isEqualTo(1);
    assertThat(history.at("/0/author_id").asLong()).isEqualTo(FakeUserManagement.USER);
    assertThat(history.at("/0/files").asInt()).isEqualTo(files);
    assertThat(export(id, 1))
        .containsEntry("edited/statement/problem.en.md", "Find the way, $n \\le 10$.\n");
    assertThat(export(id, 2)).containsEntry("edited/statement/problem.en.md", "New.\n");
  }

  private static Map<String, String> export(long id, int revision) {
    HttpProbe.Answer answer =
        service.get(
            service.author,
            RunningService.EXERCISES + "/" + id + "/package?revision=" + revision,
            RunningService.EXERCISE + "/package");
    Map<String, String> texts = new LinkedHashMap<>();
    unzip(answer.response().body())
        .forEach((path, bytes) ->
            texts.put(path, new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
    return texts;
  }

  @Test
  void aRevisionIsComparedAndRestored() {
    PackageFixture fixture = PackageFixture.named("restored");
    long id = service.add(fixture);
    service.put(
        service.author,
        id,
        "*",
        fixture
            .with("statement/problem.en.md", "Find the way, $n \\le 10$.\nQuickly.\n")
            .with("statement/grid.png", new byte[] {0, -1})
            .without("data/sample/2.in")
            .without("data/sample/2.ans")
            .with("data/sample/3.in", "5 5\n")
            .with("data/sample/3.ans", "10\n")
            .zip());
    assertThat(changes(id, "2").json())
        .hasToString(
            """
            {"from":1,"to":2,"items":[\
            {"path":"data/sample/2.ans","change":"removed","lines":["-4"]},\
            {"path":"data/sample/2.in","change":"removed","lines":["-2 2"]},\
            {"path":"data/sample/3.ans","change":"added","lines":["+10"]},\
            {"path":"data/sample/3.in","change":"added","lines":["+5 5"]},\
            {"path":"statement/grid.png","change":"changed","lines":null},\
            {"path":"statement/problem.en.md","change":"changed",\
            "lines":[" Find the way, $n \\\\le 10$.","+Quickly."]}]}\
            """);
    assertThat(changes(id, "1").json().at("/items/0/change").asString()).isEqualTo("added");
    assertThat(changes(id, "2?since=2").json().path("items")).isEmpty();
    assertThat(changes(id, "3").code()).isEqualTo("revision_not_found");
    assertThat(changes(id, "x").code()).isEqualTo("revision_not_found");
    assertThat(restore(service.learner, id, "1", "*").code()).isEqualTo("forbidden");
    assertThat(restore(service.author, id, "1", "\"1\"").code()).isEqualTo("precondition_failed");
    assertThat(restore(service.author, id, "1", "").code()).isEqualTo("precondition_required");
    assertThat(restore(service.author, id, "9", "*").code()).isEqualTo("revision_not_found");
    HttpProbe.Answer restored = restore(service.author, id, "1", "\"2\"");
    assertThat(restored.status()).as(restored.text()).isEqualTo(200);
    assertThat(restored.header("ETag")).isEqualTo("\"3\"");
    assertThat(service.shown(id, "en").path("statement").asString()).doesNotContain("Quickly");
    assertThat(changes(id, "3?since=1").json().path("items")).isEmpty();
  }

  private static HttpProbe.Answer changes(long id, String revision) {
    String[] parts = revision.split("\\?", 2);
    return service.get(
        service.author,
        RunningService.EXERCISES
            + "/"
            + id
            + "/revisions/"
            + parts[0]
            + "/changes"
            + (parts.length == 2 ? "?" + parts[1] : ""),
        RunningService.EXERCISE + "/revisions/{revision}/changes");
  }

  private static HttpProbe.Answer restore(String by, long id, String revision, String ifMatch) {
    HttpProbe caller = service.as(by);
    var request =
        caller
            .request(RunningService.EXERCISES + "/" + id + "/revisions/" + revision + "/restore")
            .POST(java.net.http.HttpRequest.BodyPublishers.noBody());
    return RunningService.checked(
        "POST",
        RunningService.EXERCISE + "/revisions/{revision}/restore",
        caller.send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch)));
  }

  @Test
  void statementsAreFoundWithAndWithoutAccents() {
    PackageFixture fixture = PackageFixture.named("looping");
    long id =
        service.add(
            fixture
                .with("statement/problem.en.md", "Count with a **loop**.\n")
                .with("statement/problem.vi.md", "Dùng vòng lặp để đếm số.\n"));
    for (String question :
        List.of(
            "vong+lap", "v%C3%B2ng%20l%E1%BA%B7p", "LOOP", "count+vong", "dem+looping", "cou")) {
      assertThat(service.slugs(null, "?q=" + question)).as(question).containsExactly("looping");
    }
    for (String question :
        List.of("ount+vong", "vong+khong", "%27", "%26", "%21%28", "zz%3A%2A%27")) {
      assertThat(service.slugs(null, "?q=" + question)).as(question).isEmpty();
    }
    service.put(service.author, id, "*", fixture.with("statement/problem.vi.md", "Đếm.\n").zip());
    assertThat(service.slugs(null, "?q=vong+lap")).isEmpty();
  }

  @Test
  void aStatementMayHaveMoreWordsThanTheDatabaseIndexes() {
    StringBuilder text = new StringBuilder("найти\n");
    for (int i = 0; i < 30_000; i++) { // PostgreSQL indexes both words and the pair
      text.append(letters(i)).append('-').append(letters(99_999 - i)).append('\n');
    }
    service.add(PackageFixture.named("wordy").with("statement/problem.en.md", text.toString()));
    assertThat(service.slugs(null, "?q=%D0%BD%D0%B0%D0%B9%D1%82%D0%B8")).containsExactly("wordy");
  }

  /** A word that is another for each number. */
  private static String letters(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + 100_000; rest > 0; rest /= 30) {
      word.append((char) ('а' + rest % 30));
    }
    return word.toString();
  }

  @Test
  void twoAuthorsDoNotOverwriteEachOtherUnseen() {
    long id = service.add(PackageFixture.named("contested"));
    byte[] mine = PackageFixture.named("contested").with("statement/problem.en.md", "Mine").zip();
    byte[] yours = PackageFixture.named("contested").with("statement/problem.en.md", "Yours").zip();
    assertThat(service.put(service.author, id, "\"1\"", mine).status()).isEqualTo(200);
    assertThat(service.put(service.admin, id, "\"1\"", yours).code())
        .isEqualTo("precondition_failed");
    assertThat(service.put(service.admin, id, "nonsense", yours).code())
        .isEqualTo("precondition_failed");
    assertThat(service.put(service.admin, id, "", yours).code()).isEqualTo("precondition_required");
    assertThat(service.shown(id, "en").path("statement").asString()).isEqualTo("Mine");
    String tag = revisions(id).header("ETag");
    assertThat(service.put(service.admin, id, tag, yours).status()).isEqualTo(200);
  }

  @Test
  void whatIsNotActiveIsForAuthorsOnly() {
    long id = service.add(PackageFixture.named("hidden"));
    String path = RunningService.EXERCISES + "/" + id;
    assertThat(service.get(service.learner, path, RunningService.EXERCISE).status()).isEqualTo(200);
    assertThat(service.patch(service.author, id, Map.of("is_active", false)).status())
        .isEqualTo(200);
    assertThat(service.get(service.learner, path, RunningService.EXERCISE).code())
        .isEqualTo("exercise_not_found");
    assertThat(service.get(null, path, RunningService.EXERCISE).code())
        .isEqualTo("exercise_not_found");
    assertThat(service.get(service.author, path, RunningService.EXERCISE).status()).isEqualTo(200);
    assertThat(service.slugs(service.learner, "")).doesNotContain("hidden");
    assertThat(service.slugs(service.author, "")).doesNotContain("hidden");
    assertThat(service.slugs(service.author, "?include_inactive=true")).contains("hidden");
    service.patch(service.author, id, Map.of("is_active", true));
    assertThat(service.slugs(service.learner, "")).contains("hidden");
  }

  @Test
  void authorsSeeEveryTestAndSolution() {
    String path = RunningService.EXERCISES + "/" + service.add(PackageFixture.named("complete"));
    JsonNode cases =
        service
            .get(service.author, path + "/test-cases", RunningService.EXERCISE + "/test-cases")
            .json()
            .path("items");
    assertThat(cases.size()).isEqualTo(4);
    assertThat(cases.at("/0/visibility").asString()).isEqualTo("sample");
    assertThat(cases.at("/2/visibility").asString()).isEqualTo("hidden");
    assertThat(cases.at("/2/answer/text").asString())
        .isEqualTo(PackageFixture.SECRET + " answer\n");
    assertThat(cases.at("/3/answer").has("text")).as("large ones are not inline").isFalse();
    JsonNode solutions =
        service
            .get(service.author, path + "/solutions", RunningService.EXERCISE + "/solutions")
            .json()
            .path("items");
    assertThat(solutions.at("/0/expected/0").asString()).isEqualTo("accepted");
    assertThat(solutions.at("/1/files/0/content/text").asString()).contains("wrong solution");
  }

  @Test
  void onlyAuthorsWrite() {
    byte[] zip = PackageFixture.named("forbidden").zip();
    long id = service.add(PackageFixture.named("guarded"));
    assertThat(service.post(null, zip).code()).isEqualTo("unauthenticated");
    assertThat(service.post(service.learner, zip).code()).isEqualTo("forbidden");
    assertThat(service.put(service.learner, id, "*", zip).code()).isEqualTo("forbidden");
    assertThat(service.patch(service.learner, id, Map.of("is_active", false)).code())
        .isEqualTo("forbidden");
    assertThat(service.shown(id, "en").path("is_active").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{;malformed_json",
        "null;malformed_json",
        "{};invalid_request",
        "{\"is_active\": \"yes\"};invalid_request",
        "{\"is_active\": true, \"slug\": \"x\"};invalid_request",
        "{\"is_active\": true, \"is_active\": false};malformed_json"
      })
  void aMalformedChangeIsRefused(String json, String code) {
    long id = service.add(PackageFixture.named("malformed-" + UUID.randomUUID()));
    HttpProbe.Answer answer =
        RunningService.checked(
            "PATCH",
            RunningService.EXERCISE,
            service.as(service.author).send("PATCH", RunningService.EXERCISES + "/" + id, json));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void changesOfWhatDoesNotExistAreRefused() {
    assertThat(service.patch(service.author, 999_999, Map.of("is_active", true)).code())
        .isEqualTo("exercise_not_found");
    for (String part : List.of("/package", "/revisions", "/test-cases", "/solutions")) {
      assertThat(
              service
                  .get(
                      service.author,
                      RunningService.EXERCISES + "/no-such" + part,
                      RunningService.EXERCISE + part)
                  .code())
          .isEqualTo("exercise_not_found");
    }
    long id = service.add(PackageFixture.named("one-revision"));
    for (String revision : List.of("0", "2", "x")) {
      assertThat(
              service
                  .get(
                      service.author,
                      RunningService.EXERCISES + "/" + id + "/package?revision=" + revision,
                      RunningService.EXERCISE + "/package")
                  .code())
          .isEqualTo("revision_not_found");
    }
  }

  private static HttpProbe.Answer revisions(long id) {
    return service.get(
        service.author,
        RunningService.EXERCISES + "/" + id + "/revisions",
        RunningService.EXERCISE + "/revisions");
  }

  private static Map<String, byte[]> prefixed(String prefix, Map<String, byte[]> files) {
    Map<String, byte[]> result = new LinkedHashMap<>();
    files.forEach((path, contents) -> result.put(prefix + path, contents));
    return result;
  }

  private static Map<String, byte[]> unzip(byte[] archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return files;
  }
}
