package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an author gets for a package that is uploaded. */
class UploadTest {
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
  void aPackageOfPolygonIsConvertedWhenItIsUploaded() throws IOException {
    PackageFixture polygon =
        new PackageFixture()
            .with(
                "problem.xml",
                """
                <problem short-name="from-polygon"><names><name language="english" value="Double"/></names>
                <judging><testset name="pretests"/><testset name="tests"><time-limit>1500</time-limit>
                <tests><test sample="true"/><test/></tests></testset></judging>
                <assets><checker name="std::lcmp.cpp"><source path="files/check.cpp"/></checker></assets>
                </problem>
                """)
            .with("statement-sections/english/legend.tex", "Double \\textbf{it}.")
            .with("tests/01", "2\n")
            .with("tests/01.a", "4\n")
            .with("tests/02", "3\n")
            .with("tests/02.a", "6\n");
    HttpProbe.Answer answer = service.post(service.author, polygon.zip());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().at("/warnings/0/message").asString()).contains("testset pretests");
    long id = answer.json().path("id").asLong();
    JsonNode shown = service.shown(id, "en");
    assertThat(shown.path("slug").asString()).isEqualTo("from-polygon");
    assertThat(shown.path("statement").asString()).isEqualTo("Double **it**.\n");
    assertThat(shown.at("/samples/0/output").asString()).isEqualTo("4\n");
    assertThat(shown.at("/limits/time_ms").asInt()).isEqualTo(1500);
    HttpProbe.Answer faulty = service.post(service.author, polygon.without("tests/02.a").zip());
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.code()).isEqualTo("package_invalid");
    assertThat(faulty.text()).contains("\"tests/02.a\"").contains("export the full package");
  }

  @Test
  void aPackageWithoutASlugTakesTheNameThatItComesWith() {
    PackageFixture fixture = PackageFixture.named("unused").with("touchstone.yaml", "points: 5\n");
    HttpProbe.Answer folder = service.post(service.author, fixture.zip("From Folder"));
    assertThat(folder.json().path("slug").asString()).isEqualTo("from-folder");
    HttpProbe.Answer named =
        service.send(
            service.author,
            "POST",
            RunningService.EXERCISES + "?name=from-name",
            fixture.zip(),
            RunningService.WAITING);
    assertThat(named.json().path("slug").asString()).isEqualTo("from-name");
    assertThat(named.header("Location"))
        .isEqualTo(RunningService.EXERCISES + "/" + named.json().path("id").asLong());
    assertThat(service.post(service.author, fixture.zip()).code()).isEqualTo("package_invalid");
    assertThat(
            service
                .put(
                    service.author,
                    named.json().path("id").asLong(),
                    "*",
                    fixture.with("statement/problem.en.md", "New").zip())
                .json()
                .path("slug")
                .asString())
        .as("a revision keeps the slug")
        .isEqualTo("from-name");
  }

  @Test
  void anAuthorLearnsWhatIsNotUsed() {
    PackageFixture fixture =
        PackageFixture.named("noticed")
            .with("README.md", "")
            .with("touchstone.yaml", "slug: noticed\ntag: [x]\n")
            .with("data/secret/1.in", "\uFEFF1\n");
    HttpProbe.Answer published = service.post(service.author, fixture.zip());
    assertThat(published.status()).isEqualTo(201);
    assertThat(published.json().path("warnings").valueStream())
        .extracting(warning ->
            warning.path("code").asString()
                + " "
                + warning.path("field").asString()
                + " "
                + warning.path("message").asString())
        .containsExactlyInAnyOrder(
            "package_warning README.md is not used: the format knows no such file or folder",
            "package_warning touchstone.yaml:2 tag is not a known key; did you mean tags?",
            "package_warning data/secret/1.in:1 begins with a byte order mark, which programs"
                + " read; save it without one");
    HttpProbe.Answer refused =
        service.post(service.author, fixture.without("data/secret/2.ans").zip());
    assertThat(refused.json().path("errors").valueStream())
        .extracting(error -> error.path("code").asString())
        .contains("package_fault", "package_warning");
  }

  @Test
  void onlyTheLanguagesOfThePackageMayBeSubmitted() {
    PackageFixture fixture =
        PackageFixture.named("two-languages")
            .with("touchstone.yaml", "slug: two-languages\n")
            .with(
                "problem.yaml",
                "problem_format_version: 2023-07\nname: L\nlanguages: [java, cpp]\n");
    long id = service.add(fixture);
    assertThat(
            service
                .get(service.author, RunningService.EXERCISES + "/" + id, RunningService.EXERCISE)
                .json()
                .path("languages")
                .valueStream())
        .extracting(JsonNode::asString)
        .containsExactly("java", "cpp");
  }

  @Test
  void aSlugIsTakenOnce() {
    service.add(PackageFixture.named("taken"));
    assertThat(service.post(service.author, PackageFixture.named("taken").zip()).code())
        .isEqualTo("slug_taken");
    long other = service.add(PackageFixture.named("other"));
    assertThat(service.put(service.author, other, "*", PackageFixture.named("taken").zip()).code())
        .isEqualTo("slug_taken");
  }
}
