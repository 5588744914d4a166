package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadPackageTest {
  private static final int MIB = 1 << 20;

  /** Behind a header of 30 bytes and the name {@code data/sample/1.ans}. */
  private static final int FIRST_CONTENTS = 30 + 17;

  @TempDir private static Path data;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            data,
            TestDatabase.createUrl(),
            Map.of(
                "TOUCHSTONE_LARGEST_ARCHIVE_MIB", "1",
                "TOUCHSTONE_LARGEST_PACKAGE_MIB", "4",
                "TOUCHSTONE_MOST_PACKAGE_FILES", "50"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void nothingRemains() throws IOException {
    assertThat(
            service.get(service.admin, RunningService.EXERCISES + "?include_inactive=true").json())
        .hasToString("{\"items\":[],\"next_cursor\":null}");
    Path temporary = data.resolve("temporary");
    if (Files.exists(temporary)) {
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left).isEmpty();
      }
    }
    assertThat(data.resolveSibling("escaped")).doesNotExist();
  }

  private static void refused(byte[] zip, int status, String code) {
    HttpProbe.Answer answer = service.post(service.author, zip);
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  /** One more entry in a sound package. */
  private static byte[] withEntry(ZipArchiveEntry entry, byte[] contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : PackageFixture.named("bad").files().entrySet()) {
        put(zip, new ZipArchiveEntry(file.getKey()), file.getValue());
      }
      put(zip, entry, contents);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] contents)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(contents);
    zip.closeArchiveEntry();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../escaped",
        "data/../../escaped",
        "/etc/escaped",
        "data//escaped",
        "./escaped",
        "..\\escaped",
        "C:\\escaped",
        "data/a\u0001b",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/escaped"
      })
  void aPathThatLeadsOutIsRefused(String path) throws IOException {
    // The writer would put a slash for each backslash.
    byte[] zip = withEntry(new ZipArchiveEntry(path.replace('\\', '\u00a6')), new byte[] {1});
    refused(
        replaced(zip, "\u00a6", path.contains("\\") ? "\\\\" : "\u00a6"),
        422,
        "archive_unsafe_path");
  }

  @Test
  void aLinkIsRefused() throws IOException {
    ZipArchiveEntry link = new ZipArchiveEntry("data/secret/3.in");
    link.setUnixMode(0120777);
    refused(withEntry(link, "/etc/passwd".getBytes(StandardCharsets.UTF_8)), 422, "archive_link");
    ZipArchiveEntry device = new ZipArchiveEntry("data/secret/3.in");
    device.setUnixMode(0020666);
    refused(withEntry(device, new byte[0]), 422, "archive_link");
  }

  @Test
  void aNameThatComesTwiceIsRefused() throws IOException {
    refused(
        withEntry(new ZipArchiveEntry("problem.yaml"), new byte[] {1}),
        422,
        "archive_duplicate_path");
    refused(
        withEntry(new ZipArchiveEntry("problem.yaml/inside"), new byte[] {1}),
        422,
        "archive_duplicate_path");
  }

  @Test
  void theAnswerNamesTheEntryAtFault() throws IOException {
    byte[] zip = withEntry(new ZipArchiveEntry("Problem.yaml"), new byte[] {1});
    HttpProbe.Answer answer = service.post(service.author, zip);
    assertThat(answer.code()).isEqualTo("archive_duplicate_path");
    assertThat(answer.json().path("detail").asString())
        .isEqualTo("\"Problem.yaml\" differs from problem.yaml only in case or form.");
  }

  @Test
  void aBombIsRefusedBeforeItFillsTheDisk() throws IOException {
    byte[] zip = withEntry(new ZipArchiveEntry("data/secret/3.in"), new byte[5 * MIB]);
    assertThat(zip.length).isLessThan(MIB);
    refused(zip, 413, "archive_too_large");
  }

  @Test
  void tooManyFilesAreRefused() {
    PackageFixture fixture = PackageFixture.named("many");
    for (int i = 0; i < 50; i++) {
      fixture.with("attachments/" + i, "x");
    }
    refused(fixture.zip(), 413, "archive_too_many_files");
  }

  @Test
  void aLargeArchiveIsRefusedWhetherOrNotItsSizeIsDeclared() {
    byte[] large = new byte[MIB + 1];
    refused(large, 413, "archive_too_large");
    HttpProbe author = service.as(service.author);
    HttpProbe.Answer chunked =
        author.send(
            author
                .request(RunningService.EXERCISES)
                .header("Content-Type", "application/zip")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArray(large))));
    assertThat(chunked.code()).isEqualTo("archive_too_large");
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    refused(new byte[0], 422, "archive_invalid");
    refused("PK\u0003\u0004 not really".getBytes(StandardCharsets.UTF_8), 422, "archive_invalid");
    byte[] sound = PackageFixture.named("cut").zip();
    refused(Arrays.copyOf(sound, sound.length - 10), 422, "archive_invalid");
    byte[] damaged = PackageFixture.named("damaged").zip();
    damaged[FIRST_CONTENTS] ^= 0x10;
    refused(damaged, 422, "archive_invalid");
    HttpProbe.Answer json =
        RunningService.checked(
            "POST",
            RunningService.EXERCISES,
            service.as(service.author).post(RunningService.EXERCISES, "{}"));
    assertThat(json.code()).isEqualTo("unsupported_media_type");
  }

  @Test
  void everyFaultOfAPackageIsNamed() {
    PackageFixture fixture =
        PackageFixture.named("faulty")
            .without("data/secret/2.ans")
            .with("touchstone.yaml", "slug: No\ndifficulty: impossible\n");
    HttpProbe.Answer answer = service.post(service.author, fixture.zip());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("package_invalid");
    List<String> fields =
        answer.json().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
    assertThat(fields)
        .containsExactlyInAnyOrder("data/secret/2.ans", "touchstone.yaml:1", "touchstone.yaml:2");
  }

  @Test
  void aPackageThatCannotBeShownIsRefused() {
    for (PackageFixture fixture :
        List.of(
            PackageFixture.named("large-sample").with("data/sample/1.in", "x".repeat(300_000)),
            PackageFixture.named("binary-sample").with("data/sample/1.in", new byte[] {0, 1}),
            PackageFixture.named("not-utf8").with("statement/problem.en.md", new byte[] {-1, -2}),
            PackageFixture.named("12345"),
            PackageFixture.named("facets"))) {
      refused(fixture.zip(), 422, "package_invalid");
    }
  }

  /** What once took minutes, or was an error of the service. */
  @Test
  void hostilePackagesAreRefusedWithTheirFaults() {
    String valid = "problem_format_version: 2023-07-draft\nname: {en: T, vi: T}\n";
    for (PackageFixture fixture :
        List.of(
            PackageFixture.named("comment").with("problem.yaml", valid + "#".repeat(3 * MIB)),
            PackageFixture.named("deep").with("problem.yaml", valid + "x: " + "[".repeat(100_000)),
            PackageFixture.named("words")
                .with(
                    "submissions/submissions.yaml", "a: {permitted: " + "AC ".repeat(2_700) + "x}"),
            PackageFixture.named("bold")
                .without("statement/problem.en.md")
                .with("statement/problem.en.tex", "\\textbf{".repeat(50_000)),
            PackageFixture.named("unclosed")
                .without("statement/problem.en.md")
                .with("statement/problem.en.tex", "{\\bf ".repeat(50_000)),
            PackageFixture.named("constant")
                .with("problem.yaml", valid + "constants: {c: " + "x".repeat(8_192) + "}\n")
                .with("statement/problem.en.md", "{{c}}".repeat(200_000)),
            PackageFixture.named("tables")
                .without("statement/problem.en.md")
                .with("statement/problem.en.html", "<table><tr><td>".repeat(5_000)),
            PackageFixture.named("kib").with("problem.yaml", valid + "limits: {memory: 262144}\n"),
            PackageFixture.named("limits"))) {
      refused(fixture.zip(), 422, "package_invalid");
    }
  }

  @Test
  void authorsSeeWhatAPackageMayAskFor() {
    String path = RunningService.EXERCISES + "/limits";
    assertThat(service.get(service.author, path).json())
        .hasToString(
            "{\"default_memory_mib\":2048,\"most\":{\"memory_mib\":4096,\"output_mib\":256,"
                + "\"time_seconds\":120,\"compilation_seconds\":120}}");
    assertThat(service.get(null, path).status()).isEqualTo(401);
  }

  @Test
  void aRefusedRevisionChangesNothing() {
    assertThat(service.put(service.author, 999_999, "*", new byte[0]).code())
        .isEqualTo("exercise_not_found");
  }

  private static byte[] replaced(byte[] bytes, String old, String text) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    String utf8 = new String(old.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return latin.replace(utf8, text).getBytes(StandardCharsets.ISO_8859_1);
  }
}
