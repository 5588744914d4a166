package dev.touchstone.judge.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.platform.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The packages of {@code tests/packages}, as a user verifies them on the command line. */
class FormatFixturesTest {
  private static final Path FIXTURES = Path.of("../tests/packages");
  private static final String DMOJ = "init.yml: warning: names no title, limits or statement";

  /** The beginnings of all warnings, by package. */
  private static final Map<String, List<String>> WARNINGS =
      Map.ofEntries(
          Map.entry("dmoj-batches", List.of(DMOJ)),
          Map.entry("dmoj-bridged", List.of(DMOJ)),
          Map.entry("dmoj-floats", List.of(DMOJ)),
          Map.entry("dmoj-interactor", List.of(DMOJ)),
          Map.entry("dmoj-lines", List.of(DMOJ)),
          Map.entry("dmoj-python-checker", List.of(DMOJ)),
          Map.entry("domjudge", List.of("domjudge-problem.ini:3: warning: color is not used")),
          Map.entry(
              "legacy-validator",
              List.of(
                  "data/secret: warning: contains no test; only the samples are judged",
                  "input_format_validators: warning: is not used",
                  "output_validator: warning: is taken, though this version calls it output_vali",
                  "problem_statement/problem.pdf: warning: is a link to a file that does not")),
          Map.entry(
              "polygon-tags",
              List.of(
                  "problem.xml: warning: the testset pretests is not used",
                  "solutions/never.py: warning: is tagged do-not-run and left out",
                  "warning: not used: solutions/never.py")));

  private final PrintStream systemOut = System.out;
  private final PrintStream systemError = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  @TempDir Path folder;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(systemOut);
    System.setErr(systemError);
  }

  /** Verifying stores computed time limits, so packages are copied. */
  private Path copy(String name) throws IOException {
    Path copy = folder.resolve("copy");
    List<Path> files;
    try (Stream<Path> tree = Files.walk(FIXTURES.resolve(name))) {
      files = tree.toList();
    }
    for (Path file : files) {
      Path target = copy.resolve(FIXTURES.resolve(name).relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
    }
    return copy;
  }

  private static List<Path> packages(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private int run(String command, List<Path> paths, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    paths.forEach(path -> arguments.add(path.toString()));
    arguments.addAll(List.of(options));
    return JudgeCommand.run(arguments.toArray(String[]::new));
  }

  @Test
  void everyFeatureGetsItsVerdicts() throws Exception {
    Path copy = copy("verified");
    List<Path> all = new ArrayList<>(packages(copy));
    Languages languages = Languages.detect();
    if (languages.find("kotlin").isEmpty()) {
      all.remove(copy.resolve("polygon-kotlin"));
    }
    int status = run("verify", all, "--json");
    assertThat(out.size()).as(error.toString(StandardCharsets.UTF_8)).isPositive();
    JsonNode report = Json.MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(report.path("submissions").valueStream())
        .filteredOn(one -> !one.path("outcome").asString().equals("OK"))
        .filteredOn(one -> !one.path("detail").asString().contains("not installed"))
        .isEmpty();
    assertThat(status).isZero();
    assertThat(report.path("as_expected").asInt()).isGreaterThan(70);
    Map<String, List<String>> found = warnings(copy, report);
    assertThat(found.keySet()).isEqualTo(WARNINGS.keySet());
    found.forEach((name, warnings) -> {
      List<String> expected = Objects.requireNonNull(WARNINGS.get(name));
      assertThat(warnings).as(name).hasSameSizeAs(expected);
      for (int i = 0; i < warnings.size(); i++) {
        assertThat(warnings.get(i)).startsWith(expected.get(i));
      }
    });
    assertThat(
            report.path("time_limits").valueStream().map(limit -> limit.path("problem").asString()))
        .contains("no-time-limit", "dmoj-batches")
        .doesNotContain("multi-pass", "domjudge", "legacy-validator", "tags");
    assertThat(copy.resolve("no-time-limit/.timelimit")).exists();
  }

  /** By package, without its own path. */
  private static Map<String, List<String>> warnings(Path copy, JsonNode report) {
    Map<String, List<String>> found = new TreeMap<>();
    for (JsonNode warning : report.path("warnings")) {
      String text = warning.asString().substring(copy.toString().length() + 1);
      String name = text.substring(0, text.indexOf(text.contains("/") ? '/' : ':'));
      if (text.startsWith(name + ":") || text.indexOf(':') < text.indexOf('/')) {
        name = text.substring(0, text.indexOf(':'));
      }
      found
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(text.substring(name.length() + 1).strip());
    }
    found.values().forEach(list -> list.sort(null));
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dmoj-generator | generator is not supported: generators are not run",
        "limits | limits.memory must be at most 4096 MiB here, not 262144; it is in MiB: did you mean",
        "limits | limits.time_limit must be a number above 0, not NaN",
        "polygon-points | gives points (quitp), but no test has points",
        "polygon-run-count | run-count is 2: programs that run several times",
        "submit-answer | submit-answer is not supported: submissions are programs"
      })
  void whatIsNotSupportedIsRefusedWithItsReason(String name, String reason) throws Exception {
    Path copy = copy("refused");
    assertThat(run("verify", List.of(copy.resolve(name)))).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8)).contains(reason);
  }

  /** One package as the archivers of several systems pack it, with an attachment of any name. */
  @ParameterizedTest
  @CsvSource({
    "windows, GBK, 数据.csv",
    "windows, IBM866, Таблица.csv",
    "windows, IBM437, Größe.csv",
    "macos, UTF-8, bảng.csv",
    "linux, UTF-8, dữ liệu.csv"
  })
  void archivesOfEverySystemAreTaken(String system, String charset, String name) throws Exception {
    Path root = copy("verified/languages");
    Path archive = folder.resolve(system + ".zip");
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file, Charset.forName(charset));
        Stream<Path> tree = Files.walk(root)) {
      for (Path source : tree.filter(Files::isRegularFile).sorted().toList()) {
        String path = root.relativize(source).toString();
        add(zip, system, path, Files.readAllBytes(source));
      }
      add(zip, system, "attachments/" + name, new byte[] {1});
      add(
          zip,
          "linux",
          system.equals("macos") ? "__MACOSX/languages/._a" : "Thumbs.db",
          new byte[1]);
    }
    assertThat(run("verify", List.of(archive))).as(error.toString(StandardCharsets.UTF_8)).isZero();
    Path converted = folder.resolve("converted");
    assertThat(run("convert", List.of(archive, converted))).isZero();
    assertThat(converted.resolve("attachments/" + name)).exists();
  }

  private static void add(ZipOutputStream zip, String system, String path, byte[] content)
      throws IOException {
    String name = "languages/" + path;
    zip.putNextEntry(new ZipEntry(system.equals("windows") ? name.replace('/', '\\') : name));
    zip.write(content);
  }
}
