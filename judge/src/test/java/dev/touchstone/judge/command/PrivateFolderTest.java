package dev.touchstone.judge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.sandbox.ClassPath;
import dev.touchstone.judge.sandbox.OrdinaryUser;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The judge works where only its user may enter: programs, packages, temporary files and all are
 * below a folder of mode 0700, and new files are private, too.
 */
class PrivateFolderTest {
  private static final int USER = 62023;
  private static final long PATIENCE_SECONDS = 180;

  /** What the submissions of the package must get: one for each way that a run can end. */
  private static final Map<String, String> SUBMISSIONS =
      Map.of(
          "accepted/a.py", "print(int(input()) + 1)",
          "accepted/a.c",
              "#include <stdio.h>\nint main() { int a; scanf(\"%d\", &a); printf(\"%d\", a + 1); }",
          "wrong_answer/w.py", "print(int(input()))",
          "time_limit_exceeded/t.py", "while True: pass",
          "run_time_error/r.py", "import os; os.kill(os.getpid(), 11)",
          "broken/c.c", "// @EXPECTED_RESULTS@: COMPILER-ERROR\nint main( {",
          "rejected/m.py", "# @EXPECTED_RESULTS@: MEMORY-LIMIT\nx = bytearray(1 << 30)",
          "rejected/o.py", "# @EXPECTED_RESULTS@: OUTPUT-LIMIT\nwhile True: print('x' * 9999)");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"folders, this user", "jars, this user", "folders, ordinary", "jars, ordinary"})
  void judgesBelowAPrivateFolder(String form, String user) throws Exception {
    boolean ordinary = user.equals("ordinary");
    assumeTrue(!ordinary || OrdinaryUser.possible(), "only root can become another user");
    String classPath = ClassPath.copy(folder.resolve("lib"), form.equals("jars"));
    writePackage("next", "validation: default\n");
    Path custom = writePackage("custom", "validation: custom\n");
    write(
        custom.resolve("output_validators/validate.py"),
        """
        import sys
        wanted = open(sys.argv[2]).read().split()
        sys.exit(42 if sys.stdin.read().split() == wanted else 43)
        """);
    Files.createDirectories(folder.resolve("tmp"));
    if (ordinary) {
      giveTo(USER);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    JsonNode report = verify(ordinary, classPath, "next", "custom");
    assertThat(report.path("as_expected").asInt())
        .as(report.toPrettyString())
        .isEqualTo(2 * SUBMISSIONS.size());
  }

  private JsonNode verify(boolean ordinary, String classPath, String... packages) throws Exception {
    List<String> line = new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
    if (ordinary) {
      String id = Integer.toString(USER);
      line.addAll(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups"));
    }
    line.add(System.getProperty("java.home") + "/bin/java");
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-cp", classPath));
    line.addAll(List.of(JudgeCommand.class.getName(), "verify", "--json"));
    Stream.of(packages).map(name -> folder.resolve(name).toString()).forEach(line::add);
    Path out = folder.resolve("out");
    Path error = folder.resolve("error");
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(error.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Files.readAllLines(error)).allMatch(said -> said.startsWith("OK "));
    return Json.MAPPER.readTree(Files.readString(out));
  }

  private Path writePackage(String name, String validation) throws IOException {
    Path root = folder.resolve(name);
    write(
        root.resolve("problem.yaml"),
        "name: Next\nlimits: {memory: 64, output: 1, time_limit: 1}\n" + validation);
    write(root.resolve("domjudge-problem.ini"), "timelimit=1\n");
    write(root.resolve("problem_statement/problem.en.md"), "The next number.\n");
    for (String test : List.of("1", "7")) {
      write(root.resolve("data/secret/" + test + ".in"), test + "\n");
      write(root.resolve("data/secret/" + test + ".ans"), Integer.parseInt(test) + 1 + "\n");
    }
    for (Map.Entry<String, String> submission : SUBMISSIONS.entrySet()) {
      write(root.resolve("submissions/" + submission.getKey()), submission.getValue() + "\n");
    }
    return root;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void giveTo(int user) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.filter(Files::isDirectory).toList()) {
        Files.setAttribute(path, "unix:uid", user);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
