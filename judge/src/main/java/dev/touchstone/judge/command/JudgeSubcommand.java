package dev.touchstone.judge.command;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.TestResult;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code judge PACKAGE SOURCE…}: judges source files without a server. */
@Command(
    name = "judge",
    description = {
      "Judges source files against a problem package, without a server.",
      "Exit status 0 when judging worked, whatever the verdict; 2 on bad arguments or a bad package."
    },
    mixinStandardHelpOptions = true)
final class JudgeSubcommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PACKAGE", description = "The folder of the package.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "The source files; several make one submission.")
  private List<Path> sources;

  @Option(names = "--language", paramLabel = "ID", description = "Default: by the file names.")
  private @Nullable String language;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintStream out = System.out;
    ProblemPackage problem = ProblemPackage.open(folder);
    Languages languages = Languages.detect();
    Language chosen =
        Sources.language(languages, sources, Optional.ofNullable(language))
            .orElseThrow(() ->
                new ConfigurationException(
                    "The language of the sources is not known; name one with --language: "
                        + String.join(", ", languages.all().keySet())));
    if (languages.find(chosen.id()).isEmpty()) {
      throw new ConfigurationException(
          chosen.name() + " is not installed; ./touchstone doctor says what to install.");
    }
    try (Sandbox sandbox = Sandbox.start(1)) {
      Judgement judgement =
          new Judge(sandbox, languages)
              .judge(
                  problem,
                  Sources.read(chosen, sources),
                  false,
                  json ? Progress.ignored() : new ProgressLines(out));
      print(out, judgement);
      return 0;
    }
  }

  private void print(PrintStream out, Judgement judgement) {
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(judgement));
      return;
    }
    if (!judgement.message().isEmpty()) {
      out.println(judgement.message());
    }
    out.printf(
        "%s  %s of %s points, %d ms, %d KiB%n",
        judgement.verdict(),
        judgement.points(),
        judgement.maxPoints(),
        judgement.cpuMs(),
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
