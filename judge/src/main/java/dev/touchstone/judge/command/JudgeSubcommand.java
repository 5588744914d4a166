package dev.touchstone.judge.command;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judge.verification.Points;
import dev.touchstone.judge.verification.Sources;
import dev.touchstone.judgeprotocol.TestResult;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code judge PACKAGE SOURCE…}: judges source files without a server. */
@Command(
    name = "judge",
    description = {
      "Judges source files against a problem package, without a server.",
      "Exit status 0 when judging worked, whatever the verdict; 2 on bad arguments or a bad"
          + " package."
    },
    mixinStandardHelpOptions = true)
final class JudgeSubcommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "PACKAGE",
      description =
          "The package: a folder or ZIP archive, of the problem package format, Polygon or DMOJ.")
  private Path source;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "The source files. Several form one submission; a folder stands for all files in it.")
  private List<Path> sources;

  @Option(
      names = "--language",
      paramLabel = "ID",
      description = "The language. Default: determined by the file names.")
  private String language = "";

  @Option(
      names = "--every-test",
      description = "Run every test, even if the result is already known.")
  private boolean everyTest;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Packages packages = new Packages()) {
      Packages.Opened opened = packages.open(List.of(source)).getFirst();
      opened.warnings().forEach(warning -> System.err.println("touchstone: " + warning));
      judge(opened.problem(), System.out);
      return 0;
    }
  }

  private void judge(ProblemPackage problem, PrintStream out) throws IOException {
    Languages languages = Languages.detect();
    Sources files = Sources.of(sources);
    Language chosen =
        files
            .language(languages, language)
            .orElseThrow(() ->
                new ConfigurationException(
                    (language.isEmpty()
                            ? "The file names do not identify the language; choose one with --language: "
                            : "Unknown language " + language + "; choose one of: ")
                        + String.join(", ", new TreeSet<>(languages.all().keySet()))));
    if (languages.find(chosen.id()).isEmpty()) {
      throw new ConfigurationException(
          chosen.name() + " is not installed; ./touchstone doctor shows what to install.");
    }
    List<String> allowed = problem.presentation().languages();
    if (!allowed.isEmpty() && !allowed.contains(chosen.id())) {
      throw new ConfigurationException(
          "This exercise accepts only these languages: " + String.join(", ", allowed));
    }
    try (Sandbox sandbox = Sandbox.start(Judge.BOXES)) {
      Judgement judgement =
          new Judge(sandbox, languages)
              .judge(
                  problem,
                  files.read(chosen, problem, ""),
                  everyTest ? Scope.EVERYTHING : Scope.DECIDING,
                  json ? Progress.ignored() : new ProgressLines(out));
      print(out, judgement);
    }
  }

  private void print(PrintStream out, Judgement judgement) {
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(JudgeReport.of(judgement)));
      return;
    }
    judgement
        .judgeMessages()
        .forEach((test, message) -> out.println(test + ": " + message.replace("\n", "\n  ")));
    if (judgement.judgeMessages().isEmpty() && !judgement.message().isEmpty()) {
      out.println(judgement.message());
    }
    out.printf(
        "%s  %s of %s points, %d ms CPU, %d ms wall, %d KiB%n",
        judgement.verdict(),
        Points.text(judgement.points()),
        Points.text(judgement.maxPoints()),
        judgement.cpuMs(),
        judgement.wallMs(),
        judgement.memoryKib());
  }

  /** One line a test. */
  private record ProgressLines(PrintStream out) implements Progress {
    @Override
    public void compiled(boolean ok, String output) {
      if (!output.isBlank()) {
        out.println(output.stripTrailing());
      }
    }

    @Override
    public void testsTotal(int count) {}

    @Override
    public void tested(TestResult test) {
      out.printf(
          "%-32s %-4s %6d ms %8d KiB%n",
          test.name(), test.verdict(), test.timeMs(), test.memoryKib());
    }
  }
}
