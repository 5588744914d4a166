package dev.touchstone.judge.command;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verification.Verification;
import dev.touchstone.judge.verification.Verification.Outcome;
import dev.touchstone.judge.verification.Verifier;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.TimeLimitRule;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify PACKAGE…}: judges every submission of packages and compares with expectations. */
@Command(
    name = "verify",
    description = {
      "Judges every submission of problem packages and compares the result with its folder, its",
      "header @EXPECTED_RESULTS@:, or submissions.yaml. Computes the time limit of a package that",
      "sets none, and stores it in the package. Exit status 1 if any differs or nothing was judged,",
      "2 on bad arguments or a bad package."
    },
    mixinStandardHelpOptions = true)
final class VerifySubcommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PACKAGE",
      description =
          "Packages: folders or ZIP archives, of the problem package format, Polygon or DMOJ.")
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
    PrintStream out = json ? System.err : System.out;
    try (Packages packages = new Packages()) {
      List<Packages.Opened> opened = packages.open(sources);
      List<String> warnings =
          opened.stream()
              .flatMap(one -> one.warnings().stream())
              .filter(warning -> !warning.message().equals(TimeLimitRule.NOT_GIVEN.message()))
              .map(Fault::toString)
              .toList();
      warnings.forEach(warning -> System.err.println("touchstone: " + warning));
      requireSubmissions(opened);
      Summary summary = verify(opened, warnings, out);
      if (junit != null) {
        JUnitReport.write(junit, summary.submissions());
      }
      if (json) {
        System.out.println(Json.MAPPER.writeValueAsString(summary));
      } else {
        printTable(System.out, summary);
      }
      List<String> unjudged = unjudged(opened, summary.submissions());
      unjudged.forEach(
          problem -> System.err.println("touchstone: nothing of " + problem + " was judged"));
      return summary.differing() > 0 || !unjudged.isEmpty() ? 1 : 0;
    }
  }

  private static void requireSubmissions(List<Packages.Opened> opened) {
    List<String> empty =
        opened.stream()
            .filter(one -> one.problem().submissions().isEmpty())
            .map(one -> one.source() + " contains no submission to verify it with.")
            .toList();
    if (!empty.isEmpty()) {
      throw new ConfigurationException(empty);
    }
  }

  /** Packages of which every submission was skipped. */
  private static List<String> unjudged(List<Packages.Opened> opened, List<Verification> results) {
    return opened.stream()
        .map(one -> one.problem().presentation().slug())
        .filter(slug ->
            results.stream()
                .filter(result -> result.problem().equals(slug))
                .allMatch(result -> result.outcome() == Outcome.SKIPPED))
        .distinct()
        .toList();
  }

  private Summary verify(List<Packages.Opened> opened, List<String> warnings, PrintStream out)
      throws Exception {
    Languages languages = Languages.detect();
    try (Sandbox sandbox = Sandbox.start(jobs * Judge.BOXES);
        ExecutorService executor = Executors.newFixedThreadPool(jobs)) {
      Judge judge = new Judge(sandbox, languages);
      judge.warmUpLater();
      Verifier verifier =
          new Verifier(
              opened.stream().map(Packages.Opened::problem).toList(),
              judge,
              languages,
              executor,
              result -> printLine(out, result));
      List<Verification> results = verifier.verify();
      List<TimeLimits.Found> limits =
          verifier.limits().stream()
              .map(limit -> TimeLimits.store(opened.get(limit.place()), limit))
              .toList();
      return Summary.of(results, limits, warnings);
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
          (row.outcome() == Outcome.OK ? "ok" : row.outcome())
              + (row.detail().isEmpty() ? "" : ": " + row.detail()));
    }
    for (TimeLimits.Found limit : summary.timeLimits()) {
      out.printf(
          "time limit of %s: %d ms, %s%n", limit.problem(), limit.timeLimitMs(), limit.how());
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
      long asExpected,
      long differing,
      long skipped,
      List<Verification> submissions,
      List<TimeLimits.Found> timeLimits,
      List<String> warnings) {
    static Summary of(
        List<Verification> results, List<TimeLimits.Found> timeLimits, List<String> warnings) {
      return new Summary(
          count(results, Outcome.OK),
          count(results, Outcome.DIFFERS),
          count(results, Outcome.SKIPPED),
          results,
          timeLimits,
          warnings);
    }

    private static long count(List<Verification> results, Outcome outcome) {
      return results.stream().filter(result -> result.outcome() == outcome).count();
    }
  }
}
