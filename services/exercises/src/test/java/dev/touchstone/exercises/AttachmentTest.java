package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
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
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
  private static final String OPERATION = RunningService.EXERCISE + "/attachments/{path}";

  @TempDir private static Path data;
  private static RunningService service;
  private static long id;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    id = service.add(illustrated("illustrated"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** What must not be served has a name and a type that would be, were it in the right folder. */
  private static PackageFixture illustrated(String slug) {
    PackageFixture fixture =
        PackageFixture.named(slug)
            .with("statement/figures/tree.JPG", "a tree")
            .with("statement/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
            .with("statement/both.gif", "of the statement")
            .with("attachments/both.gif", "of the attachments")
            .with("attachments/draft.webp", "a draft")
            .with("attachments/page.html", "<script>alert(1)</script>")
            .with("attachments/noextension", "x")
            .with("attachments/tools.zip", "no real archive")
            .with("attachments/notes.txt", "notes")
            .with("attachments/rules.pdf", "no real document");
    for (String folder :
        List.of(
            "data/secret/1.files",
            "submissions/accepted/theirs",
            "solution",
            "output_validator",
            "starter/cpp",
            "statements",
            "statement2",
            ".")) {
      fixture.with((folder + "/hidden.png").replace("./", ""), PackageFixture.SECRET);
    }
    return fixture;
  }

  private static HttpProbe.Answer get(@Nullable String token, long exercise, String path) {
    return service.get(
        token, RunningService.EXERCISES + "/" + exercise + "/attachments/" + path, OPERATION);
  }

  @ParameterizedTest
  @CsvSource({
    "grid.png,            image/png,                 a picture",
    "figures/tree.JPG,    image/jpeg,                a tree",
    "figures%2Ftree.JPG,  image/jpeg,                a tree",
    "both.gif,            image/gif,                 of the statement",
    "draft.webp,          image/webp,                a draft",
  })
  void picturesOpenAnywhere(String path, String mediaType, String contents) {
    HttpProbe.Answer answer = get(null, id, path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(contents);
    assertThat(answer.header("Content-Type")).isEqualTo(mediaType);
    assertThat(answer.header("Content-Disposition")).isEmpty();
    requireHarmless(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "logo.svg,   image/svg+xml",
    "tools.zip,  application/zip",
    "notes.txt,  text/plain; charset=utf-8",
    "rules.pdf,  application/pdf",
  })
  void whatCouldRunAScriptOrIsNoPictureIsADownload(String path, String mediaType) {
    HttpProbe.Answer answer = get(service.learner, id, path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(mediaType);
    assertThat(answer.header("Content-Disposition")).isEqualTo("attachment");
    requireHarmless(answer);
  }

  private static void requireHarmless(HttpProbe.Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("sandbox")
        .doesNotContain("script-src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.html",
        "noextension",
        "problem.en.md",
        "missing.png",
        "hidden.png",
        "figures",
        "figures/",
        "%2Fgrid.png",
        "grid.png%00",
        "grid.png%00.png",
        "%00",
        "%ff.png",
        "statement/grid.png",
        "..%2Fhidden.png",
        "%2e%2e%2fsolution%2fhidden.png",
        "..%5Csolution%5Chidden.png",
        "%252e%252e/solution/hidden.png",
        "figures/..%2F..%2Fsolution/hidden.png",
        "....//solution/hidden.png",
        "..;/solution/hidden.png",
        "2/hidden.png",
        "s/hidden.png",
        "%25/hidden.png",
        // The probe sends steps upwards as they stand.
        "../solution/hidden.png",
        "../../../../../solution/hidden.png",
        "../attachments/../hidden.png",
        "%2e%2e/solution/hidden.png",
        "%2E%2E/hidden.png",
        "./../data/secret/1.files/hidden.png",
        "figures/../../solution/hidden.png",
      })
  void nothingElseIsThere(String path) {
    for (HttpProbe caller :
        List.of(service.probe, service.as(service.learner), service.as(service.author))) {
      HttpProbe.Answer answer = caller.get(address(id, path));
      assertThat(answer.status()).as(answer.text()).isIn(400, 404);
      assertThat(answer.text()).doesNotContain(PackageFixture.SECRET);
    }
  }

  private static String address(long exercise, String path) {
    return RunningService.EXERCISES + "/" + exercise + "/attachments/" + path;
  }

  @Test
  void whoHasItIsNotSentItAgain() {
    String tag = get(null, id, "grid.png").header("ETag");
    HttpProbe probe = service.probe;
    HttpProbe.Answer again =
        probe.send(probe.request(address(id, "grid.png")).header("If-None-Match", tag).GET());
    RunningService.checked("GET", OPERATION, again);
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void itIsThatOfTheCurrentRevision() {
    long changing = service.add(illustrated("changing"));
    service.put(
        service.author,
        changing,
        "*",
        illustrated("changing")
            .with("statement/grid.png", "redrawn")
            .without("attachments/notes.txt")
            .zip());
    assertThat(get(null, changing, "grid.png").text()).isEqualTo("redrawn");
    assertThat(get(null, changing, "notes.txt").code()).isEqualTo("attachment_not_found");
  }

  @Test
  void thoseOfAnInactiveExerciseAreForAuthors() {
    long inactive = service.add(illustrated("inactive"));
    service.patch(service.author, inactive, Map.of("is_active", false));
    assertThat(get(service.learner, inactive, "grid.png").code()).isEqualTo("attachment_not_found");
    assertThat(get(null, inactive, "grid.png").status()).isEqualTo(404);
    HttpProbe.Answer own = get(service.author, inactive, "grid.png");
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.header("Cache-Control")).contains("private");
  }

  @Test
  void theLegacyFormatHasItsOwnFolder() {
    long legacy =
        service.add(illustrated("legacy").with("problem_statement/old.png", "an old picture"));
    assertThat(get(null, legacy, "old.png").text()).isEqualTo("an old picture");
  }
}
