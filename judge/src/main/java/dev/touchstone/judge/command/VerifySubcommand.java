package dev.touchstone.judge.command;

import dev.touchstone.judge.command.Verification.Outcome;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify PACKAGE…}: judges every submission of packages and compares with expectations. */
@Command(
    name = "verify",
    description = {
      "Judges every submission of problem packages and compares the result with its folder, its",
      "header @EXPECTED_RESULTS@:, or submissions.yaml. Exit status 1 if any differs, 2 on bad",
      "arguments or a bad package."
    },
    mixinStandardHelpOptions = true)
final class VerifySubcommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PACKAGE",
      description =
          "Packages: folders or ZIP archives, in the problem package format or Polygon's.")
  private List<Path> sources;

  @Option(names = "--json", description = "Print one JSON object; progress goes to standard error.")
  private boolean json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many to judge at once. Default: the number of cores.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--junit", paramLabel = "FILE", description = "Also write a JUnit report.")
  private @Nullable Path junit;

  @Override
  public Integer call() throws Exception {
    if (jobs < 1) {
      throw new ConfigurationException("--jobs must be at least 1.");
    }
    try (Packages packages = new Packages()) {
      List<Verification> results = verify(packages.open(sources), json ? System.err : System.out);
      if (junit != null) {
        JUnitReport.write(junit, results);
      }
      Summary summary = Summary.of(results);
      if (json) {
        System.out.println(Json.MAPPER.writeValueAsString(summary));
      } else {
        printTable(System.out, summary);
      }
      return summary.differing() > 0 ? 1 : 0;
    }
  }

  /** Prints a line for each as soon as it is known; returns all in order. */
  private List<Verification> verify(List<ProblemPackage> problems, PrintStream out)
      throws Exception {
    Languages languages = Languages.detect();
    try (Sandbox sandbox = Sandbox.start(jobs * Judge.BOXES);
        ExecutorService executor = Executors.newFixedThreadPool(jobs)) {
      Judge judge = new Judge(sandbox, languages);
      judge.warmUp();
      CompletionService<Verification> completion = new ExecutorCompletionService<>(executor);
      List<Future<Verification>> inOrder = new ArrayList<>();
      for (ProblemPackage problem : problems) {
        for (ExampleSubmission submission : problem.submissions()) {
          inOrder.add(
              completion.submit(() -> Verification.of(problem, submission, judge, languages)));
        }
      }
      for (int i = 0; i < inOrder.size(); i++) {
        printLine(out, result(completion.take()));
      }
      List<Verification> results = new ArrayList<>();
      for (Future<Verification> future : inOrder) {
        results.add(result(future));
      }
      return results;
    }
  }

  private static Verification result(Future<Verification> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void printLine(PrintStream out, Verification result) {
    out.printf(
        "%-7s %s %s: %s%s%n",
        result.outcome(),
        result.problem(),
        result.submission(),
        result.verdict() == null ? "" : result.verdict() + " ",
        result.detail());
  }

  private static void printTable(PrintStream out, Summary summary) {
    List<Verification> rows = summary.submissions();
    int problem = width(rows.stream().map(Verification::problem).toList(), "package");
    int name = width(rows.stream().map(Verification::submission).toList(), "submission");
    int expected = width(rows.stream().map(Verification::expected).toList(), "expected");
    String format = "%-" + problem + "s  %-" + name + "s  %-" + expected + "s  %-4s %8s  %s%n";
    out.println();
    out.printf(format, "package", "submission", "expected", "got", "CPU ms", "");
    for (Verification row : rows) {
      out.printf(
          format,
          row.problem(),
          row.submission(),
          row.expected(),
          row.verdict() == null ? "-" : row.verdict(),
          row.verdict() == null ? "-" : row.cpuMs(),
          row.outcome() == Outcome.OK ? "ok" : row.outcome() + ": " + row.detail());
    }
    out.printf(
        "%d as expected, %d different, %d skipped%n",
        summary.asExpected(), summary.differing(), summary.skipped());
  }

  private static int width(List<String> texts, String title) {
    return texts.stream()
        .map(String::length)
        .max(Comparator.naturalOrder())
        .map(longest -> Math.max(longest, title.length()))
        .orElse(title.length());
  }

  private record Summary(
      long asExpected, long differing, long skipped, List<Verification> submissions) {
    static Summary of(List<Verification> results) {
      return new Summary(
          count(results, Outcome.OK),
          count(results, Outcome.DIFFERS),
          count(results, Outcome.SKIPPED),
          results);
    }

    private static long count(List<Verification> results, Outcome outcome) {
      return results.stream().filter(result -> result.outcome() == outcome).count();
    }
  }
}
