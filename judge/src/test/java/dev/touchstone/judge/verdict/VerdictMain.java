package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges the programs {@code verdicts/<language>/<verdict>.*}, which add two numbers or fail, and
 * prints a line for each: {@code right} or {@code WRONG}, and what.
 */
final class VerdictMain {
  private VerdictMain() {}

  /** Judges all, with what this user has. */
  public static void main(String[] arguments) throws Exception {
    judgeAll(System.out);
  }

  static void judgeAll(PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory("verdicts");
    Path programs =
        Path.of(Objects.requireNonNull(VerdictMain.class.getResource("/verdicts")).toURI());
    try (Sandbox sandbox = Sandbox.start(Judge.BOXES)) {
      Languages languages = Languages.detect();
      Judge judge = new Judge(sandbox, languages);
      // Some machines take more than a second to give out 128 MiB, page by page.
      ProblemPackage problem =
          PackageBuilder.empty(folder)
              .limits("time_limit: 3, memory: 128, output: 1")
              .test("secret/1", "2 3", "5")
              .open();
      for (Path program : children(programs).stream().flatMap(VerdictMain::files).toList()) {
        out.println(line(judge, languages, problem, programs, program));
      }
    } finally {
      Folders.delete(folder);
    }
    out.println("done");
  }

  private static String line(
      Judge judge, Languages languages, ProblemPackage problem, Path programs, Path program)
      throws Exception {
    String name = programs.relativize(program).toString();
    String id = programs.relativize(program).getName(0).toString();
    if (languages.find(id).isEmpty()) {
      return "skipped " + name;
    }
    Language language = languages.find(id).get();
    String verdict = program.getFileName().toString().replaceAll("\\..*", "");
    SourceFile source = new SourceFile(language.sources().mainFile(), Files.readAllBytes(program));
    Judgement judgement =
        judge.judge(
            problem, new Submission(language, List.of(source)), Scope.DECIDING, Progress.ignored());
    boolean right = judgement.verdict().name().equals(verdict);
    return (right ? "right " : "WRONG ") + name + " " + judgement;
  }

  private static Stream<Path> files(Path folder) {
    try {
      return children(folder).stream();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> children(Path folder) throws Exception {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
