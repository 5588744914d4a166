package dev.touchstone.judge.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands as they are typed, with the real sandbox. */
class CommandLineTest {
  private static final String RIGHT = "print(int(input()) + 1)\n";
  private final PrintStream systemOut = System.out;
  private final PrintStream systemError = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  @TempDir Path folder;
  private Path problem;

  @BeforeEach
  void start() throws IOException {
    problem = folder.resolve("next");
    file(
        "problem.yaml",
        """
        problem_format_version: 2025-09
        type: scoring
        name: Next
        uuid: 00000000-0000-0000-0000-000000000000
        limits: {time_limit: 1}
        """);
    file("statement/problem.en.md", "Write the next number.");
    for (String test : new String[] {"1", "2"}) {
      file("data/secret/" + test + ".in", test);
      file("data/secret/" + test + ".ans", Integer.toString(Integer.parseInt(test) + 1));
    }
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(systemOut);
    System.setErr(systemError);
  }

  private Path file(String name, String content) throws IOException {
    Path file = problem.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void judgePrintsOneObjectAndSucceedsWhateverTheVerdict() throws Exception {
    Path source = Files.writeString(folder.resolve("half.py"), "print(2)\n");
    assertThat(JudgeCommand.run("judge", problem.toString(), source.toString(), "--json")).isZero();
    JsonNode report = Json.MAPPER.readTree(printed());
    assertThat(report.path("verdict").asString()).isEqualTo("WA");
    assertThat(report.path("points").asDouble()).isEqualTo(50);
    assertThat(report.path("max_points").asDouble()).isEqualTo(100);
    assertThat(report.path("cpu_ms").isNumber()).isTrue();
    assertThat(report.path("wall_ms").isNumber()).isTrue();
    assertThat(report.path("memory_kib").isNumber()).isTrue();
    JsonNode test = report.path("tests").get(1);
    assertThat(test.path("name").asString()).isEqualTo("secret/2");
    assertThat(test.path("verdict").asString()).isEqualTo("WA");
    assertThat(test.path("cpu_ms").isNumber()).isTrue();
    assertThat(test.path("exit_code").asInt()).isZero();
    assertThat(test.path("signal").isNull()).isTrue();
  }

  @Test
  void convertWritesWhatWasMadeOfAPackage() throws Exception {
    Path polygon = folder.resolve("polygon");
    Files.createDirectories(polygon.resolve("tests"));
    Files.writeString(
        polygon.resolve("problem.xml"),
        """
        <problem short-name="p"><names><name language="english" value="P"/></names><judging>
        <testset name="pretests"/>
        <testset name="tests"><time-limit>1000</time-limit><tests><test/></tests></testset>
        </judging></problem>
        """);
    Files.createDirectories(polygon.resolve("statement-sections/english"));
    Files.writeString(polygon.resolve("statement-sections/english/legend.tex"), "Text.");
    Files.writeString(polygon.resolve("tests/01"), "1\n");
    assertThat(JudgeCommand.run("convert", polygon.toString(), folder.resolve("out").toString()))
        .isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8)).contains("tests/01.a: is missing");
    assertThat(folder.resolve("out")).doesNotExist();
    Files.writeString(polygon.resolve("tests/01.a"), "2\n");
    Path target = folder.resolve("out");
    assertThat(JudgeCommand.run("convert", polygon.toString(), target.toString())).isZero();
    assertThat(printed())
        .contains("problem.xml: warning: the testset pretests is not used")
        .contains("1 tests, 0 submissions, statements: en (from Polygon)");
    assertThat(target.resolve("data/secret/001.in")).hasContent("1\n");
    Path source = Files.writeString(folder.resolve("a.py"), RIGHT);
    assertThat(JudgeCommand.run("judge", target.toString(), source.toString())).isZero();
    assertThat(printed()).contains("AC  1 of 1 points");
    assertThat(JudgeCommand.run("convert", polygon.toString(), target.toString())).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8)).contains("is not an empty folder");
  }

  @Test
  void badArgumentsAndPackagesAreNamed() throws Exception {
    Path source = Files.writeString(folder.resolve("a.py"), RIGHT);
    String here = problem.toString();
    assertThat(JudgeCommand.run("judge", here)).isEqualTo(2);
    assertThat(JudgeCommand.run("judge", here, folder.resolve("none.py").toString())).isEqualTo(2);
    assertThat(JudgeCommand.run("judge", here, source.toString(), "--language", "klingon"))
        .isEqualTo(2);
    assertThat(JudgeCommand.run("judge", folder.resolve("none").toString(), source.toString()))
        .isEqualTo(2);
    file("data/secret/3.in", "");
    assertThat(JudgeCommand.run("judge", here, source.toString())).isEqualTo(2);
    assertThat(JudgeCommand.run("verify", here, "--jobs", "0")).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains(
            "none.py",
            "klingon",
            here + "/data/secret/3.ans: is missing",
            "--jobs must be at least 1");
  }

  @Test
  void faultsOfAllPackagesAreNamed() throws Exception {
    String archive = Files.writeString(folder.resolve("broken.zip"), "no archive").toString();
    String none = folder.resolve("none").toString();
    Path other = Files.createDirectories(folder.resolve("other"));
    file("data/secret/3.in", "");
    assertThat(
            JudgeCommand.run(
                "verify", archive, none, problem.toString(), other.toString(), archive))
        .isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains(
            "touchstone: " + archive + ": this is not a ZIP archive, or it is damaged",
            none + ": there is no file or folder",
            problem + "/data/secret/3.ans: is missing",
            other + "/problem.yaml: is missing")
        .doesNotContain("Can't read", "broken.zip/broken.zip");
  }

  @Test
  void theFirstFileOfACommandLineIsStarted() throws Exception {
    String helper = Files.writeString(folder.resolve("helper.py"), "").toString();
    String solve = Files.writeString(folder.resolve("solve.py"), RIGHT).toString();
    String here = problem.toString();
    assertThat(JudgeCommand.run("judge", here, solve, helper, "--json")).isZero();
    JsonNode report = Json.MAPPER.readTree(printed());
    assertThat(report.path("verdict").asString()).isEqualTo("AC");
    assertThat(report.path("compile_output").asString()).contains("started: solve.py");
    out.reset();
    assertThat(JudgeCommand.run("judge", here, helper, solve)).isZero();
    assertThat(printed()).contains("started: helper.py", "WA ");
    Files.writeString(folder.resolve("solve.py"), "import helper\n" + RIGHT);
    out.reset();
    assertThat(JudgeCommand.run("judge", here, helper, solve)).isZero();
    assertThat(printed()).as("another one imports it").contains("AC ").doesNotContain("started");
  }

  @Test
  void theEntryPointOfASubmissionWinsOverAFileNamedMain() throws Exception {
    file("submissions/accepted/two/main.py", "print(0)");
    file("submissions/accepted/two/solve.py", RIGHT);
    file("submissions/submissions.yaml", "accepted/two: {entrypoint: solve.py}\n");
    assertThat(JudgeCommand.run("verify", problem.toString())).isZero();
    file("submissions/submissions.yaml", "accepted/two: {entrypoint: main.py}\n");
    assertThat(JudgeCommand.run("verify", problem.toString())).isEqualTo(1);
  }

  @Test
  void anOldPackageWithoutPartsGivesItsPoint() throws Exception {
    file("problem.yaml", "problem_format_version: legacy\nname: Next\n");
    Path source = Files.writeString(folder.resolve("a.py"), RIGHT);
    assertThat(JudgeCommand.run("judge", problem.toString(), source.toString())).isZero();
    assertThat(printed()).contains("AC  1 of 1 points");
  }

  @Test
  void verifyComparesWhatEachSubmissionGets() throws Exception {
    file("submissions/accepted/a.py", RIGHT);
    file("submissions/partially_accepted/half.py", "print(2)\n");
    file("submissions/wrong_answer/right.py", RIGHT);
    file("submissions/mixed2/header.py", "# @EXPECTED_RESULTS@: NO-OUTPUT\n");
    file("submissions/accepted/old.unknown", "");
    file("submissions/mixed/scored.py", "print(3)\n");
    file("submissions/submissions.yaml", "mixed/*: {score: 50, secret/1: {required: [WA]}}\n");
    assertThat(JudgeCommand.run("verify", problem.toString(), "--json")).isEqualTo(1);
    JsonNode report = Json.MAPPER.readTree(printed());
    assertThat(report.path("as_expected").asInt()).isEqualTo(4);
    assertThat(report.path("differing").asInt()).isEqualTo(1);
    assertThat(report.path("skipped").asInt()).isEqualTo(1);
    assertThat(
            report
                .path("submissions")
                .valueStream()
                .filter(one -> one.path("outcome").asString().equals("DIFFERS"))
                .map(one -> one.path("submission").asString()))
        .containsExactly("wrong_answer/right.py");
    assertThat(error.toString(StandardCharsets.UTF_8)).contains("OK", "DIFFERS", "SKIPPED");
  }

  @Test
  void verifyLetsTheFolderWinAndReportsTheHeader() throws Exception {
    file("submissions/accepted/wrong.py", "# @EXPECTED_RESULTS@: WRONG-ANSWER\nprint(0)\n");
    file("submissions/accepted/right.py", "# @EXPECTED_RESULTS@: WRONG-ANSWER\n" + RIGHT);
    assertThat(JudgeCommand.run("verify", problem.toString())).isEqualTo(1);
    assertThat(printed())
        .contains(
            "OK      next accepted/right.py: AC its header says WA, but its folder counts",
            "DIFFERS next accepted/wrong.py: WA got WA");
  }

  @Test
  void verifyNeverSucceedsWithNothingJudged() throws Exception {
    assertThat(JudgeCommand.run("verify", problem.toString())).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains(problem + " contains no submission to verify it with.")
        .doesNotContain("Exception");
    file("submissions/mixed/nothing.py", RIGHT);
    assertThat(JudgeCommand.run("verify", problem.toString())).isEqualTo(1);
    assertThat(error.toString(StandardCharsets.UTF_8)).contains("nothing of next was judged");
  }

  @Test
  void verifyJudgesWhatHasFilesOfSystemsBesideIt() throws Exception {
    file("submissions/accepted/a/main.py", RIGHT);
    file("submissions/accepted/a/.DS_Store", "\0");
    file("submissions/accepted/a/._main.py", "\0");
    assertThat(JudgeCommand.run("verify", problem.toString())).isZero();
    assertThat(printed()).contains("1 as expected, 0 different, 0 skipped");
  }

  @Test
  void verifyComputesAndStoresTheTimeLimitOfAPackageWithoutOne() throws Exception {
    file(
        "problem.yaml",
        Files.readString(problem.resolve("problem.yaml")).replaceFirst("limits.*", ""));
    String busy = "import time\nwhile time.process_time() < %s: pass\n" + RIGHT.replace("%", "%%");
    file("submissions/accepted/slow.py", busy.formatted("1.2"));
    file("submissions/time_limit_exceeded/slower.py", busy.formatted("5"));
    assertThat(JudgeCommand.run("verify", problem.toString(), "--json")).isZero();
    JsonNode report = Json.MAPPER.readTree(printed());
    JsonNode limit = report.path("time_limits").get(0);
    assertThat(limit.path("time_limit_ms").asLong()).isEqualTo(3000);
    assertThat(limit.path("how").asString())
        .contains("computed from accepted/slow.py", "stored in " + problem);
    assertThat(problem.resolve(".timelimit")).hasContent("3");
    out.reset();
    Path source = Files.writeString(folder.resolve("slow.py"), busy.formatted("1.2"));
    assertThat(JudgeCommand.run("judge", problem.toString(), source.toString())).isZero();
    assertThat(printed()).contains("AC  100 of 100 points");
  }

  @Test
  void warningsArePrintedAndOnlyLanguagesOfThePackageTaken() throws Exception {
    file("README.md", "");
    Path metadata = problem.resolve("problem.yaml");
    Files.writeString(metadata, Files.readString(metadata) + "languages: [cpp]\nlicense: cc0\n");
    Path source = Files.writeString(folder.resolve("a.py"), RIGHT);
    assertThat(JudgeCommand.run("judge", problem.toString(), source.toString())).isEqualTo(2);
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains(
            "touchstone: "
                + problem
                + "/README.md: warning: is not used: the format knows no such file or folder",
            "touchstone: "
                + problem
                + "/problem.yaml:7: warning: license is kept in the package and not shown",
            "touchstone: This exercise accepts only these languages: cpp");
  }

  @Test
  void aPackageMayHaveANameInAnyScript() throws Exception {
    file("submissions/accepted/a.py", RIGHT);
    Path named = Files.move(problem, folder.resolve("两数之和"));
    assertThat(JudgeCommand.run("verify", named.toString())).isZero();
    assertThat(error.toString(StandardCharsets.UTF_8))
        .contains("warning: the name 两数之和 can't be part of an address");
  }
}
