package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a learner hands in, the verdict is about the program: JE is for faults of packages and
 * of the judge. Hunts by names, sizes, depths, encodings, and by what a compiler or a program
 * writes.
 */
class NoJudgeErrorTest {
  private static final Languages LANGUAGES = Languages.detect();
  private static final Sandbox SANDBOX = Sandbox.start(Judge.BOXES);
  private static final Judge JUDGE = new Judge(SANDBOX, LANGUAGES);

  @TempDir static Path folder;
  private static ProblemPackage exact;
  private static ProblemPackage tolerant;
  private static ProblemPackage function;

  @BeforeAll
  static void writePackages() throws Exception {
    exact = PackageBuilder.in(folder.resolve("exact")).limits(LIMITS).open();
    tolerant =
        PackageBuilder.empty(folder.resolve("tolerant"))
            .metadata(
                """
                problem_format_version: legacy
                name: Tolerant
                validator_flags: float_tolerance 1e-6
                """)
            .limits(LIMITS)
            .test("secret/1", "1", "2.5")
            .open();
    function =
        PackageBuilder.empty(folder.resolve("function"))
            .limits(LIMITS)
            .file(
                "touchstone.yaml",
                """
                function:
                  name: half
                  parameters: {number: int}
                  returns: list<float>
                """)
            .test("secret/1", "[3]", "[1.5]")
            .open();
  }

  private static final String LIMITS =
      "time_limit: 3, memory: 256, output: 1, code: 512, compilation_time: 10";

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {244, 249, 250, 252, 256, 100_000})
  void aNameOfAClassOfAnyLength(int length) {
    for (String letter : List.of("a", "é")) {
      String name = letter.repeat(length / letter.getBytes(StandardCharsets.UTF_8).length);
      String body = " { public static void main(String[] a) { System.out.println(2); } }";
      isNoError(exact, "java", "public class " + name + body);
      isNoError(exact, "java", "class Main { static class " + name + body + " }");
    }
  }

  static Stream<List<String>> names() {
    String deep = "d/".repeat(400) + "main.py";
    return Stream.of(
        List.of("a".repeat(252) + ".py"),
        List.of("a".repeat(253) + ".py"),
        List.of("a".repeat(100_000) + ".py"),
        List.of("é".repeat(127) + ".py"),
        List.of(deep),
        List.of("d/".repeat(3000) + "main.py"),
        List.of(("d".repeat(250) + "/").repeat(20) + "main.py"),
        List.of("main.py", "main.py/x.py"),
        List.of("x/y.py", "x", "main.py"),
        List.of("main.py", "main.py"),
        List.of("../main.py"),
        List.of("/etc/main.py"),
        List.of("main.py/"),
        List.of("./main.py"),
        List.of(""),
        List.of("/"),
        List.of("."),
        List.of("a\0b.py"),
        List.of("a\nb.py"),
        List.of("\ud800.py"),
        List.of("-c.py"),
        List.of("--help"),
        List.of("$(exit 3).py"),
        List.of("main.py", "build", "run", "configure"),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesOfFiles(List<String> names) {
    byte[] source = "print(2)".getBytes(StandardCharsets.UTF_8);
    isNoError(exact, "python3", names.stream().map(name -> new SourceFile(name, source)).toList());
    isNoError(exact, "c", names.stream().map(name -> new SourceFile(name, source)).toList());
  }

  @Test
  void moreFilesThanACommandLineTakes() {
    for (int count : List.of(999, 3000, 30_000)) {
      List<SourceFile> files =
          IntStream.range(0, count)
              .mapToObj(i -> new SourceFile("long-".repeat(40) + i + ".c", new byte[0]))
              .toList();
      isNoError(exact, "c", files);
    }
  }

  static List<String> languages() {
    return LANGUAGES.installed().stream().sorted().toList();
  }

  /** Of a source that is no text, that nests deeply, and that is one long line. */
  @ParameterizedTest
  @MethodSource("languages")
  void sourcesOfAnyKind(String language) {
    byte[] noText = new byte[2000];
    for (int i = 0; i < noText.length; i++) {
      noText[i] = (byte) i;
    }
    String nested = "x = " + "(".repeat(50_000) + "1" + ")".repeat(50_000);
    String braces = "/*".repeat(500) + "{[".repeat(50_000);
    Language known = LANGUAGES.find(language).orElseThrow();
    String name = "main." + known.sources().extensions().getFirst();
    for (byte[] source :
        List.of(noText, new byte[0], nested.getBytes(StandardCharsets.UTF_8), utf8(braces))) {
      isNoError(exact, language, List.of(new SourceFile(name, source)));
    }
  }

  /**
   * Code of a learner that runs while it is compiled writes what it likes in place of a program.
   */
  @ParameterizedTest
  @MethodSource("archives")
  void archivesThatACompilerIsMadeToWrite(String perl) {
    assumeTrue(LANGUAGES.find("perl").isPresent(), "Perl is not installed");
    isNoError(exact, "perl", "BEGIN { " + perl + " } print 2;");
  }

  static List<String> archives() {
    String own = "; open(O, '>&=', 1); ";
    List<String> archives =
        new ArrayList<>(
            List.of(
                "for (1 .. 3000) { open(F, '>', $_); close F }",
                "my $d = '.'; for (1 .. 300) { $d .= '/' . 'd' x 200; mkdir $d or last; chdir 'd' x 200; $d = '.' }",
                "mkdir('a' x 255); open(F, '>', 'a' x 255 . '/' . 'b' x 255)",
                "open(F, '>', \"\\xff\\xfe\\n\\\\\")",
                "symlink('/etc/passwd', 'link'); symlink('loop', 'loop'); link('main.pl', 'hard')",
                "use POSIX; POSIX::mkfifo('pipe', 0600)",
                "open(F, '>', 'sparse'); truncate(F, 1 << 40)",
                "chmod(0, '.')",
                "unlink glob('*')",
                "system('rm -rf /box/* /tmp/*')",
                "kill(9, getppid())",
                "kill('STOP', getppid())",
                "close(STDOUT); close(STDERR)",
                "fork() or do { sleep 100 }"));
    // To the stream of the archive, which the compiler's own output does not reach.
    for (String text :
        List.of(
            "'x' x 100000",
            "\"\\0\" x 1024",
            "'a' x 100 . '0000644' . \"\\0\" x 405",
            "join('', map { chr(rand 256) } 1 .. 100000)")) {
      archives.add(own + "open(P, '>', '/proc/' . getppid() . '/fd/1'); print P " + text);
    }
    return archives;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e2147483647",
        "1e-2147483648",
        "-1e2147483648",
        "1e99999999999999999999",
        "1e1000000000",
        "9e-999999999",
        "NaN",
        "-inf",
        "0x1p3",
        "0x1p99999999",
        "1_000",
        "２.５",
        "١",
        "1e",
        "e5",
        ".",
        "-",
        "+",
        "--1",
        "1.5.2",
        "\\0\\0\\0",
        "\\x80\\xff",
        "\\xed\\xa0\\x80",
        "\\r",
        "\\x0b2.5"
      })
  void outputsThatAreAlmostNumbers(String output) {
    isNoError(tolerant, "python3", "import os; os.write(1, b'" + ascii(output) + "')");
    isNoError(exact, "python3", "import os; os.write(1, b'" + ascii(output) + "')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b'9' * 1000000", "b'0.' + b'3' * 900000", "b' ' * 1000000", "b'1 ' * 500000",
        "b'\\n' * 1000000", "b'1e' + b'9' * 900000", "b'-' * 1000000", "b'[' * 1000000",
        "b'{\"a\":' * 150000", "b'\\x00' * 1000000", "b'\\xff' * 1000000", "b'2.5' * 300000"
      })
  void outputsOfAMegabyte(String bytes) {
    String source = "import os, sys\nsys.stdout.buffer.write(" + bytes + ")\n";
    isNoError(tolerant, "python3", source);
    isNoError(exact, "python3", source);
    isNoError(function, "python3", source + "def half(n): return [n / 2]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float('nan')",
        "float('inf')",
        "[float('inf')]",
        "None",
        "'\\ud800'",
        "[10 ** 5000]",
        "[[[]]]",
        "object()",
        "{1: 2}",
        "(lambda f: f(f))(lambda f: f(f))",
        "exit(0)",
        "__import__('os')._exit(0)",
        "__import__('os').write(1, b'x' * 5000)",
        "__import__('os').close(1)",
        "[1.5] * 1000000",
        "['x' * 1000000]"
      })
  void resultsOfAFunction(String result) {
    isNoError(function, "python3", "def half(n): return " + result + "\n");
    StringBuilder deep = new StringBuilder("def half(n):\n    x = []\n");
    deep.append("    for i in range(100000): x = [x]\n    return x\n");
    isNoError(function, "python3", deep.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const char interp[] __attribute__((section(\".interp\"))) = \"/nowhere\"; int main(void) {}",
        "const char interp[] __attribute__((section(\".interp\"))) = \"/etc\"; int main(void) {}",
        "char big[1L << 36]; int main(void) { return big[1]; }",
        "#include <unistd.h>\nint main(void) { close(0); close(1); close(2); }",
        "#include <signal.h>\n#include <unistd.h>\nint main(void) { kill(-1, 9); kill(1, 9); }",
        "#include <sys/stat.h>\nint main(void) { fchmod(1, 0); fchmod(0, 0); fchmod(2, 0); }",
        "#include <unistd.h>\nint main(void) { ftruncate(1, 1L << 50); lseek(1, 1L << 40, 0); write(1, \"2\", 1); }",
        "#include <stdlib.h>\nint main(void) { system(\"rm -rf /box /tmp /dev/shm\"); }",
        "#include <unistd.h>\nint main(void) { for (;;) fork(); }"
      })
  void programsThatFailInUnusualWays(String source) {
    isNoError(exact, "c", source);
  }

  private static void isNoError(ProblemPackage problem, String language, String source) {
    String extension = LANGUAGES.find(language).orElseThrow().sources().extensions().getFirst();
    isNoError(problem, language, List.of(new SourceFile("main." + extension, utf8(source))));
  }

  private static void isNoError(ProblemPackage problem, String id, List<SourceFile> files) {
    Submission submission = new Submission(LANGUAGES.find(id).orElseThrow(), files);
    Judgement judgement = JUDGE.judge(problem, submission, Scope.DECIDING, Progress.ignored());
    assertThat(judgement.verdict()).as("%s", judgement).isNotEqualTo(Verdict.JE);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As an escaped literal of bytes. */
  private static String ascii(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : utf8(text)) {
      escaped.append(
          each < 0 ? "\\x%02x".formatted(Byte.toUnsignedInt(each)) : String.valueOf((char) each));
    }
    return escaped.toString();
  }
}
