package dev.touchstone.judge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands in their own process, where the logs and the locale are as in a terminal. */
class CommandProcessTest {
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;
  private Path problem;

  /** What a process said and how it ended. */
  private record Ended(int status, String out, String error) {}

  @BeforeEach
  void write() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    problem = folder.resolve("next");
    file("problem.yaml", "problem_format_version: 2023-07\nname: Next\n");
    file("data/secret/1.in", "1");
    file("data/secret/1.ans", "2");
  }

  private Path file(String name, String content) throws IOException {
    Path file = problem.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Ended run(String locale, String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(System.getProperty("java.home") + "/bin/java");
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + folder));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(JudgeCommand.class.getName());
    line.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path error = folder.resolve("error");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(error.toFile());
    builder.environment().put("LC_ALL", locale);
    builder.environment().put("TOUCHSTONE_LOG_FORMAT", "json");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(error));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void printsOneObjectThoughThereAreLogs() throws Exception {
    Path left = Files.createDirectory(folder.resolve("touchstone-judge-99999999.t1-"));
    file("output_validator/validate.py", "(");
    Path source = Files.writeString(folder.resolve("a.py"), "print(2)\n");
    Ended ended = run("C.UTF-8", "judge", problem.toString(), source.toString(), "--json");
    assertThat(ended.status()).isZero();
    JsonNode report = Json.MAPPER.readTree(ended.out());
    assertThat(report.path("verdict").asString()).isEqualTo("JE");
    assertThat(ended.error())
        .contains("Removing " + left, "The package " + problem + " is faulty")
        .doesNotContain("\tat ");
    assertThat(left).doesNotExist();
  }

  @Test
  void namesThatTheLocaleCanNotWriteAreToldInWords() throws Exception {
    String encoding = System.getProperty("sun.jnu.encoding");
    assumeTrue(encoding.equals("UTF-8"), "the tests themselves can't write such names here");
    Path source =
        Files.writeString(
            folder.resolve("Main.java"),
            "public class \u00dcn\u00ef { public static void main(String[] a) {} }");
    Ended judged = run("C", "judge", problem.toString(), source.toString());
    assertThat(judged.status()).as(judged.error()).isZero();
    assertThat(judged.out()).contains("CE  0 of 1", "locale is not UTF-8");
    Files.writeString(source, "class \u00dcn\u00ef { public static void main(String[] a) {} }");
    assertThat(run("C", "judge", problem.toString(), source.toString()).out())
        .contains("CE  0 of 1", "locale may not be UTF-8");
    Ended named = run("C", "judge", problem.toString(), folder + "/\u00dcn\u00ef.java");
    assertThat(named.status()).isEqualTo(2);
    file("data/secret/\u00f1.in", "1");
    file("data/secret/\u00f1.ans", "2");
    Ended verified = run("C", "verify", problem.toString());
    assertThat(verified.status()).isEqualTo(2);
    for (Ended ended : List.of(judged, named, verified)) {
      assertThat(ended.out() + ended.error()).doesNotContain("Exception", "\tat ");
    }
    assertThat(named.error() + verified.error()).contains("set LC_ALL=C.UTF-8");
  }
}
