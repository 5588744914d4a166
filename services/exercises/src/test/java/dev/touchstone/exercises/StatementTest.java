package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Statements and samples as a package has them, and as learners see them. */
class StatementTest {
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
  void aStatementInLatexIsShownAsMarkdown() {
    long id =
        service.add(
            PackageFixture.named("latex")
                .without("statement/problem.en.md")
                .with("statement/problem.en.tex", "\\section*{Input}\nTwo \\emph{edges}.\n"));
    assertThat(service.shown(id, "en").path("statement").asString())
        .isEqualTo("### Input\n\nTwo *edges*.\n");
  }

  @Test
  void statementsMayBePdfTextOrHtml() {
    PackageFixture fixture =
        PackageFixture.named("pdf")
            .without("statement/problem.en.md")
            .with("statement/problem.en.pdf", "%PDF-1.4 all of it is ASCII")
            .without("statement/problem.vi.md")
            .with("statement/problem.vi.html", "<script>bad()</script><p>Cộng <b>hai</b> số.</p>");
    long id = service.add(fixture);
    assertThat(service.shown(id, "en").path("statement").asString())
        .isEqualTo("![problem.en.pdf](problem.en.pdf)\n");
    assertThat(service.shown(id, "vi").path("statement").asString())
        .isEqualTo("Cộng **hai** số.\n");
    HttpProbe.Answer pdf =
        service.get(
            service.author,
            RunningService.EXERCISES + "/" + id + "/attachments/problem.en.pdf",
            RunningService.EXERCISE + "/attachments/{path}");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    HttpProbe.Answer faulty =
        service.post(service.author, fixture.with("statement/problem.en.pdf", "text").zip());
    assertThat(faulty.text()).contains("is not a PDF");
  }

  @Test
  void statementsMayBeWhereDomjudgeHasThem() {
    PackageFixture fixture =
        PackageFixture.named("root")
            .with("problem.yaml", "name: Root\n")
            .without("statement/problem.en.md")
            .without("statement/problem.vi.md")
            .with("problem.txt", "Two * two\n1. line");
    assertThat(service.shown(service.add(fixture), "en").path("statement").asString())
        .isEqualTo("Two \\* two\\\n1\\. line\n");
    long id =
        service.add(
            fixture
                .with("touchstone.yaml", "slug: root-pdf\nlanguages: [cpp]\n")
                .without("problem.txt")
                .with("problem.pdf", "%PDF-1.4"));
    assertThat(service.shown(id, "en").path("statement").asString()).contains("(problem.pdf)");
    assertThat(
            service
                .get(
                    service.author,
                    RunningService.EXERCISES + "/" + id + "/attachments/problem.pdf",
                    RunningService.EXERCISE + "/attachments/{path}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void interactionsAreShownInsteadOfTheJudgesInput() {
    long id =
        service.add(
            PackageFixture.named("guess")
                .with("data/sample/1.interaction", "> 500\n< hi\n---\n> 250\n")
                .with("data/sample/3.interaction", "> 1\n< eq\n")
                .with("data/sample/4.in.statement", "4")
                .with("data/sample/4.ans.statement", "8"));
    JsonNode samples = service.shown(id, "en").path("samples");
    assertThat(samples.toString())
        .isEqualTo(
            "[{\"name\":\"sample/1\",\"input\":\"\",\"output\":\"\",\"interaction\":\"> 500\\n< hi\\n---\\n> 250\\n\"},"
                + "{\"name\":\"sample/2\",\"input\":\"2 2\\n\",\"output\":\"4\\n\"},"
                + "{\"name\":\"sample/3\",\"input\":\"\",\"output\":\"\",\"interaction\":\"> 1\\n< eq\\n\"},"
                + "{\"name\":\"sample/4\",\"input\":\"4\",\"output\":\"8\"}]");
    JsonNode tests =
        service
            .get(
                service.author,
                RunningService.EXERCISES + "/" + id + "/test-cases",
                RunningService.EXERCISE + "/test-cases")
            .json();
    assertThat(tests.path("items").size()).isEqualTo(4);
  }

  @Test
  void whatIsNotUnderstoodOfLatexIsAWarningWithItsLine() {
    HttpProbe.Answer answer =
        service.post(
            service.author,
            PackageFixture.named("latex-remarks")
                .without("statement/problem.en.md")
                .with("statement/pic.png", "a picture")
                .with("statement/problem.en.tex", "a\n\\includegraphics{pic}\n\\foo b\n")
                .zip());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.text())
        .contains("\"statement/problem.en.tex:3\"")
        .contains("the command \\\\foo is not understood");
    assertThat(service.shown(answer.json().path("id").asLong(), "en").path("statement").asString())
        .isEqualTo("a\n\n![](pic.png)\n\nb\n");
  }

  @Test
  void learnersSeeWhatAPackageShowsInsteadOfItsTests() {
    long id =
        service.add(
            PackageFixture.named("shown-otherwise")
                .with(
                    "problem.yaml",
                    """
                    problem_format_version: 2025-09
                    name: L
                    uuid: 00000000-0000-0000-0000-000000000000
                    constants: {n: {value: 10, tex: '10^1'}}
                    """)
                .with("statement/problem.en.md", "At most {{n}} = ${{n.tex}}$.")
                .with("attachments/templates/cpp/main.cpp", "// fill in\n")
                .with("data/sample/1.in.statement", "SHOWN INPUT\n")
                .with("data/sample/1.ans.statement", "SHOWN OUTPUT\n"));
    JsonNode shown =
        service
            .get(service.author, RunningService.EXERCISES + "/" + id, RunningService.EXERCISE)
            .json();
    assertThat(shown.path("statement").asString()).isEqualTo("At most 10 = $10^1$.");
    assertThat(shown.path("samples").get(0).path("input").asString()).isEqualTo("SHOWN INPUT\n");
    assertThat(shown.path("samples").get(0).path("output").asString()).isEqualTo("SHOWN OUTPUT\n");
    assertThat(shown.path("starter_code").path("cpp").asString()).isEqualTo("// fill in\n");
  }

  /** The page puts samples in these places, and those that have none after the statement. */
  @Test
  void placesOfSamplesAndPassesOfInteractionsReachThePage() {
    PackageFixture fixture =
        PackageFixture.named("places")
            .with("statement/problem.en.md", "One: {{nextsample}} Rest: {{remainingsamples}}\n")
            .without("statement/problem.vi.md")
            .with(
                "statement/problem.vi.tex", "Ví dụ:\n\\nextsample\nCòn lại:\n\\remainingsamples\n")
            .with("data/sample/1.interaction", "<double 3\n>6\n---\n<halve 6\n>3\n");
    long id = service.add(fixture);
    JsonNode shown = service.shown(id, "en");
    assertThat(shown.path("statement").asString())
        .isEqualTo("One: {{nextsample}} Rest: {{remainingsamples}}\n");
    assertThat(shown.at("/samples/0/interaction").asString())
        .isEqualTo("<double 3\n>6\n---\n<halve 6\n>3\n");
    assertThat(service.shown(id, "vi").path("statement").asString())
        .containsSubsequence("Ví dụ:", "{{nextsample}}", "Còn lại:", "{{remainingsamples}}");
  }
}
